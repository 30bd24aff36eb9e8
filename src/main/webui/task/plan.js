/** What will happen to a task, or what has happened, in a sentence. */

import { duration, time } from "../ui/format.js";
import { relative, frozenText } from "./times.js";

export function isEnded({ status }) {
  return status === "completed" || status === "failed";
}

/**
 * @param task as the control API has it
 * @param clock `now` in milliseconds, and `isFrozen`
 */
export function planOf(task, clock) {
  if (isEnded(task)) {
    const end = Date.parse(task.ends_at);
    const taken = duration(end - Date.parse(task.created_at));
    return `It ${task.status} at ${time(end)}, ${taken} after it was created.`;
  }
  if (task.held) {
    return `Held: it stays ${task.status} until someone releases, completes or fails it. Then: ${task.outcome.status}.`;
  }
  if (task.ends_at === null) {
    return `It stays ${task.status}: nothing ends it by itself.`;
  }
  const start = task.status === "pending" && task.starts_at ? `starts ${relative(Date.parse(task.starts_at), clock.now)}, and ` : "";
  const end = task.outcome.status === "completed" ? "completes" : "fails";
  return `It ${start}${end} ${relative(Date.parse(task.ends_at), clock.now)}.${frozenText(clock)}`;
}
