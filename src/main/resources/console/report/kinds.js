/** The kinds of findings in words. */

const TITLES = {
  polled_finished_task: "Polled a finished task",
  polled_too_fast: "Polled too fast",
  retried_refusal: "Repeated a refused request",
  ignored_retry_after: "Ignored Retry-After",
  unknown_fields: "Sent fields that the API does not have",
  unread_callback: "Accepted no callback",
  expired_picture: "Requested an expired image",
  paid_twice: "Paid twice",
  ignored_headers: "Sent headers that the API ignores",
  unknown_path: "Requested an unknown path",
  abandoned_task: "Abandoned a task",
  unfetched_image: "Never fetched an image",
};

/** A newer server may have more kinds. */
export function titleOf(kind) {
  const words = kind.replaceAll("_", " ");
  return TITLES[kind] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The findings by kind, in the order of the report: pairs of a kind and its findings. */
export function byKind(findings) {
  const groups = new Map();
  for (const finding of findings) {
    groups.set(finding.kind, [...(groups.get(finding.kind) ?? []), finding]);
  }
  return [...groups];
}
