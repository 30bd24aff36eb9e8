/** What tells that a task's lane has changed, so that data about the task is loaded again. */

/** A text that changes with each attempt in a lane. */
export function lastAttempt(lane) {
  const last = lane?.marks.findLast(({ kind }) => kind === "attempt");
  return last ? `${last.id} ${last.at}` : "";
}

/** The highest number of an exchange in a lane; 0 for none. */
export function lastExchange(lane) {
  return (lane?.marks ?? []).reduce((last, { exchange }) => Math.max(last, exchange?.number ?? 0), 0);
}
