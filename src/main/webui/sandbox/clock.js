import { MAX_TIME } from "../ui/format.js";

/** A sandbox's clock as the page knows it: the last time from the server, plus the time that has passed since then. */
export class Clock {
  /** @param state `now`, `frozen` and `scale` as the control API has them */
  constructor({ now, frozen, scale }) {
    this.base = Date.parse(now);
    this.frozen = frozen;
    this.scale = scale;
    this.readAt = performance.now();
  }

  /** Stays at its time, because the connection is lost and the sandbox's time is unknown. */
  stop() {
    this.base = this.now();
    this.isStopped = true;
  }

  /** The sandbox's time in milliseconds since 1970. */
  now() {
    return this.frozen || this.isStopped ? this.base : Math.min(MAX_TIME, this.base + (performance.now() - this.readAt) * this.scale);
  }
}
