/** A sandbox's clock, as far as the page knows it: the server's last word, continued with the time that passed since. */
export class Clock {
  /** @param state `now`, `frozen` and `scale` as the control API has them */
  constructor({ now, frozen, scale }) {
    this.base = Date.parse(now);
    this.frozen = frozen;
    this.scale = scale;
    this.readAt = performance.now();
  }

  /** The sandbox's time in milliseconds since 1970. */
  now() {
    return this.frozen ? this.base : this.base + (performance.now() - this.readAt) * this.scale;
  }
}
