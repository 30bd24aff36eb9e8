/** Texts for numbers, times and durations. */

const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

export function number(value) {
  return NUMBER.format(value);
}

const AMOUNT = new Intl.NumberFormat("en", { maximumFractionDigits: 9 });

/** An amount of money or credits, which is not rounded. */
export function amount(value) {
  return AMOUNT.format(value);
}

/** "1 task", "2 tasks" */
export function count(value, noun, plural = `${noun}s`) {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

/** The last instant of a sandbox's clock. */
export const MAX_TIME = Date.parse("9999-12-31T23:59:59.999Z");

/** The time of day in UTC, as logs and responses have it. What is planned for later than a clock can show is "never". */
export function time(milliseconds, { withDate = false, withMilliseconds = false } = {}) {
  if (!(milliseconds <= MAX_TIME)) {
    return "never";
  }
  const text = new Date(milliseconds).toISOString();
  const end = withMilliseconds ? 23 : 19;
  return withDate ? `${text.slice(0, 10)} ${text.slice(11, end)}` : text.slice(11, end);
}

const UNITS = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
  [1, "ms"],
];

/** A duration with its two largest units: "1 min 5 s", "350 ms". */
export function duration(milliseconds) {
  const whole = Math.round(Math.abs(milliseconds));
  const first = UNITS.findIndex(([size]) => whole >= size);
  if (first < 0) {
    return "0 s";
  }
  const [size, unit] = UNITS[first];
  const [nextSize, nextUnit] = UNITS[first + 1] ?? [1, ""];
  if (size === 1000) {
    return `${number(Math.round(whole / 10) / 100)} s`;
  }
  const rest = Math.floor((whole % size) / nextSize);
  return `${Math.floor(whole / size)} ${unit}${rest > 0 && nextUnit ? ` ${rest} ${nextUnit}` : ""}`;
}

/** How long ago: "3 s ago". */
export function ago(milliseconds) {
  return milliseconds < 1000 ? "now" : `${duration(milliseconds - (milliseconds % 1000)).split(" ").slice(0, 2).join(" ")} ago`;
}

/** The beginning of an id. */
export function shortId(id) {
  return id.length > 14 ? `${id.slice(0, 12)}…` : id;
}

/** A text on one line, for lists. */
export function line(text, maxLength = 160) {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > maxLength ? `${flat.slice(0, maxLength - 1)}…` : flat;
}
