/** What the response to a change of the clock says. */

import { count, duration, time } from "../ui/format.js";

const EVENTS = [
  ["started", (number) => `${number} started`],
  ["completed", (number) => `${number} completed`],
  ["failed", (number) => `${number} failed`],
  ["callbacks_delivered", (number) => `${count(number, "callback")} delivered`],
  ["callbacks_undelivered", (number) => `${count(number, "callback")} not delivered`],
];

/** @param state the response of POST /clock */
export function happenedText({ now, from, frozen, scale, happened }) {
  if (!happened) {
    return frozen ? `The clock is frozen at ${time(Date.parse(now))}.` : `The clock runs${scale === 1 ? "" : `, ×${scale}`}.`;
  }
  const events = EVENTS.filter(([name]) => happened[name] > 0).map(([name, text]) => text(happened[name]));
  return `Advanced by ${duration(Date.parse(now) - Date.parse(from))}: ${events.join(", ") || "nothing was due"}.`;
}
