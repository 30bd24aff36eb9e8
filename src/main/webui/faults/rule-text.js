/** Rules in words. */

import { count, time } from "../ui/format.js";
import { milliseconds } from "../ui/durations.js";
import { readable } from "./draft.js";

/** What the rule is about: "create, model gpt-*, probability 0.2". */
export function conditionText({ when = {} }) {
  const { operation, ...rest } = readable(when);
  const conditions = Object.entries(rest).map(([name, value]) => `${name} ${plain(value)}`);
  return [operation, ...conditions].filter(Boolean).join(", ") || "always";
}

/** The fault: "latency min 200ms, max 2s". */
export function faultText({ then }) {
  const [[name, value]] = Object.entries(then);
  return value === true ? name : `${name} ${plain(readable(value, name))}`;
}

function plain(value) {
  return value !== null && typeof value === "object"
    ? Object.entries(value).map(([name, inner]) => `${name} ${plain(inner)}`).join(", ")
    : String(value);
}

/** How often the rule applied: "Applied 12 times. Matched 258 times without applying." */
export function countText({ triggered, passed_over: passedOver }) {
  const applied = triggered === 0 ? "Not applied yet." : `Applied ${count(triggered, "time")}.`;
  return passedOver > 0 ? `${applied} Matched ${count(passedOver, "time")} without applying.` : applied;
}

/** When the rule ends by its ttl, in milliseconds since 1970; undefined without one. */
export function endOf({ when, state }) {
  const ttl = when?.ttl && milliseconds(when.ttl);
  return ttl === undefined || !state ? undefined : Date.parse(state.since) + ttl;
}

/** A time on the sandbox's clock. */
export function instantText(at) {
  return `${time(at, { withDate: true })} UTC`;
}
