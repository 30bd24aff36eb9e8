/** Times of a task, relative to the sandbox's clock. */

import { duration, time } from "../ui/format.js";

/** "in 5 s, at 10:00:05", or "3 s ago, at 10:00:05" */
export function relative(at, now) {
  const distance = at - now;
  const shown = time(at, { withDate: Math.abs(distance) > 12 * 3_600_000 });
  if (Math.abs(distance) < 1) {
    return `now, at ${shown}`;
  }
  return distance > 0 ? `in ${duration(distance)}, at ${shown}` : `${duration(distance)} ago, at ${shown}`;
}

/** A sentence for a frozen clock; empty for a running one. */
export function frozenText({ isFrozen }) {
  return isFrozen ? " The clock is frozen, so nothing happens until someone moves it." : "";
}
