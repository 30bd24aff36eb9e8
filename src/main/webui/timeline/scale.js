/** The time axis of a timeline: which time is where, and where the ticks are. Nothing here needs a browser. */

import { time } from "../ui/format.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A window is at least and at most this long, in milliseconds. */
const MIN_SPAN = 40;
const MAX_SPAN = 20 * 365 * DAY;

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((step) => step * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((step) => step * MINUTE),
  ...[1, 2, 3, 6, 12].map((step) => step * HOUR),
  ...[1, 2, 7, 30, 90, 365, 1825].map((step) => step * DAY),
];

/** A window of time on a width of pixels. It never changes: each method returns a new one. */
export class TimeScale {
  /**
   * @param start the time at the left edge, in milliseconds since 1970
   * @param span the length of the window in milliseconds
   * @param width in pixels
   */
  constructor(start, span, width) {
    this.start = start;
    this.span = Math.min(MAX_SPAN, Math.max(MIN_SPAN, span));
    this.width = Math.max(1, width);
  }

  get end() {
    return this.start + this.span;
  }

  /** How long a pixel is, in milliseconds. */
  get pixel() {
    return this.span / this.width;
  }

  x(at) {
    return (at - this.start) / this.pixel;
  }

  at(x) {
    return this.start + x * this.pixel;
  }

  includes(at) {
    return at >= this.start && at <= this.end;
  }

  /** @param factor above 1 shows less time; the time at `x` stays where it is */
  zoom(factor, x) {
    const fixed = this.at(x);
    const { span } = new TimeScale(0, this.span / factor, this.width);
    return new TimeScale(fixed - (x / this.width) * span, span, this.width);
  }

  /** Moves the window to later times, by this many pixels. */
  pan(pixels) {
    return new TimeScale(this.start + pixels * this.pixel, this.span, this.width);
  }

  /** Moves the window so that a time is at `x`. */
  moved(at, x) {
    return new TimeScale(at - x * this.pixel, this.span, this.width);
  }

  resized(width) {
    return new TimeScale(this.start, this.span, width);
  }

  /**
   * The ticks in the window.
   *
   * @param spacing the minimum distance between two ticks in pixels
   * @return their times and labels; `isMajor` marks a new day, minute or second, which the label names
   */
  ticks(spacing) {
    const step = STEPS.find((candidate) => candidate >= spacing * this.pixel) ?? STEPS.at(-1);
    const ticks = [];
    for (let at = Math.ceil(this.start / step) * step; at <= this.end; at += step) {
      ticks.push({ at, ...label(at, step) });
    }
    return ticks;
  }
}

/** The window from `first` to `last` with some room on both sides. */
export function fit(first, last, width, minSpan) {
  const span = Math.max(minSpan, (last - first) * 1.08);
  return new TimeScale(first - span * 0.03, span, width);
}

/** The time of day in UTC; within a second, the time since the second began. */
function label(at, step) {
  if (at % DAY === 0) {
    return { text: time(at, { withDate: true }).slice(0, 10), isMajor: true };
  }
  if (step >= DAY) {
    return { text: time(at, { withDate: true }).slice(5, 10), isMajor: false };
  }
  if (step >= MINUTE) {
    return { text: time(at).slice(0, 5), isMajor: at % HOUR === 0 && step < HOUR };
  }
  if (step >= SECOND || at % SECOND === 0) {
    return { text: time(at), isMajor: at % MINUTE === 0 || step < SECOND };
  }
  return { text: `+${((at % SECOND) + SECOND) % SECOND} ms`, isMajor: false };
}
