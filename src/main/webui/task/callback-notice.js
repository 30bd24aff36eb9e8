/** Texts that say whether a callback was delivered and, if not, why. */

import { count } from "../ui/format.js";
import { isEnded } from "./plan.js";
import { relative, frozenText } from "./times.js";

/**
 * Why a task has no callback.
 *
 * @param task as the control API has it
 * @param hasWebhooks whether the sandbox has webhooks
 * @param clock `now` in milliseconds, and `isFrozen`
 * @return a `kind` of notice and a `text`
 */
export function absenceNotice(task, hasWebhooks, clock) {
  const hasReceiver = task.callback_url !== null || hasWebhooks;
  if (!hasReceiver) {
    return { kind: "warning", text: "There is no callback, because the request that created the task named no callback URL." };
  }
  if (isEnded(task) && task.callback_url === null) {
    return { kind: "warning", text: "There is no callback: the request named no callback URL, and no webhook of the sandbox receives the event of this task." };
  }
  if (isEnded(task)) {
    return { kind: "warning", text: "There is no callback, although the request named a URL: either no attempts are configured, or the sandbox no longer keeps the callback." };
  }
  return { kind: "plain", text: `There is no callback yet, because the task has not ended. ${endOf(task, clock)}` };
}

function endOf(task, clock) {
  if (task.held) {
    return "The task is held, so it does not end until someone releases, completes or fails it.";
  }
  return task.ends_at === null
    ? "Nothing ends it by itself."
    : `It ends ${relative(Date.parse(task.ends_at), clock.now)}.${frozenText(clock)}`;
}

/**
 * What happened to a callback.
 *
 * @param callback as the control API has it
 */
export function deliveryNotice(callback, clock) {
  const { state, attempts } = callback;
  const last = attempts.at(-1);
  if (state === "delivered") {
    const delivered = attempts.findLast(({ result }) => result === "delivered") ?? last;
    return { kind: "good", text: `Delivered by attempt ${delivered.number}: the receiver responded with status ${delivered.status}.` };
  }
  if (state === "sending") {
    return { kind: "plain", text: "An attempt is under way. The receiver has not responded yet." };
  }
  const reason = last ? `${reasonOf(last)} ` : "";
  if (state === "given_up") {
    return { kind: "fault", text: `Given up after ${count(last?.number ?? 0, "attempt")}. ${reason}` };
  }
  return { kind: "warning", text: `Not delivered yet. ${reason}${next(callback, clock)}` };
}

function next({ attempts, next_attempt_at: at, held_by: heldBy }, clock) {
  const postponed = heldBy ? `The fault ${heldBy} postpones it. ` : "";
  if (at === null) {
    return `${postponed}No further attempt is planned yet.`;
  }
  return `${postponed}The ${attempts.length === 0 ? "first" : "next"} attempt is ${relative(Date.parse(at), clock.now)}.${frozenText(clock)}`;
}

/** Why an attempt delivered nothing. */
export function reasonOf({ result, status, reason, fault }) {
  switch (result) {
    case "delivered":
      return `The receiver responded with status ${status}.`;
    case "refused":
      return status >= 300 && status < 400
        ? `The receiver refused it with status ${status}: a callback does not follow redirects.`
        : `The receiver refused it with status ${status}: only 2xx counts as delivered.`;
    case "unanswered":
      return `The receiver did not respond: ${reason}.`;
    case "forbidden":
      return `Darkroom sent nothing, because the address is forbidden: ${reason}.`;
    case "lost":
      return `It was lost by the fault ${fault ?? "that was injected"}, so the receiver never got it.`;
    default:
      return "It is under way.";
  }
}

/** The warnings that may explain a missing callback, such as a misspelled field name. */
export function relatedWarnings(warnings) {
  return warnings.filter((text) => /call_?back|hook|notify/i.test(text));
}
