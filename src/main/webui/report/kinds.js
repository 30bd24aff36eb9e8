/** The kinds of findings in words. */

/** The worst first: what costs money, then what fails, then what is useless. */
const TITLES = {
  paid_twice: "Paid twice",
  abandoned_task: "Abandoned a task",
  unfetched_image: "Never fetched an image",
  expired_picture: "Requested an expired image",
  unread_callback: "Accepted no callback",
  retried_refusal: "Repeated a refused request",
  ignored_retry_after: "Ignored Retry-After",
  unknown_path: "Requested an unknown path",
  unknown_fields: "Sent fields that the API does not have",
  ignored_headers: "Sent headers that the API ignores",
  polled_finished_task: "Polled a finished task",
  polled_too_fast: "Polled too fast",
};

const ORDER = Object.keys(TITLES);

/** A newer server may have more kinds. */
export function titleOf(kind) {
  const words = kind.replaceAll("_", " ");
  return TITLES[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The findings by kind, the worst kind first and unknown ones last: pairs of a kind and its findings. */
export function byKind(findings) {
  const groups = new Map();
  for (const finding of findings) {
    groups.set(finding.kind, [...(groups.get(finding.kind) ?? []), finding]);
  }
  const rank = ([kind]) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);
  return [...groups].sort((a, b) => rank(a) - rank(b));
}
