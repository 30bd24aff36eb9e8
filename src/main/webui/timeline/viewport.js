/** Which part of the time axis is in view, and how it moves: by the user, or by following the clock. */

import { fit, TimeScale } from "./scale.js";

/** A window that fits what exists is at least this long, in milliseconds. */
const MIN_FIT = 30_000;

/** While following, now is here, as a share of the width: the rest shows what is planned. */
const NOW_AT = 0.84;

/** A following window that fits what is in view changes its length rarely, so that the marks are easy to follow. */
const HEADROOM = 1.3;
const SHRINK_BELOW = 0.3;

export class Viewport {
  /** The {@link TimeScale}. */
  scale = new TimeScale(0, MIN_FIT, 1);

  /** Whether now stays where it is, and time moves. */
  isFollowing = true;

  /** What a following window fits: "view" (the lanes in view), "all", or undefined after the user has zoomed. */
  fits = "view";

  isPlaced = false;

  resize(width) {
    this.scale = this.scale.resized(width);
  }

  /** While following, the time now stays where it is; otherwise, the time at `x` does. */
  zoom(factor, x = this.scale.width / 2, now = undefined) {
    this.fits = undefined;
    this.scale = this.scale.zoom(factor, this.isFollowing && now !== undefined ? this.scale.x(now) : x);
  }

  pan(pixels) {
    this.isFollowing = false;
    this.scale = this.scale.pan(pixels);
  }

  follow(isFollowing) {
    this.isFollowing = isFollowing;
  }

  /** Moves to a time, if it is not in view. */
  reveal(at) {
    if (!this.scale.includes(at)) {
      this.isFollowing = false;
      this.scale = this.scale.moved(at, this.scale.width * 0.2);
    }
  }

  goTo(now) {
    this.scale = this.scale.moved(now, this.scale.width * NOW_AT);
  }

  /** Shows everything from `first` to `last`; while following, everything from `first` to now. */
  fitAll(first, last) {
    this.fits = "all";
    this.isPlaced = false;
    if (!this.isFollowing) {
      this.scale = fit(first, last, this.scale.width, MIN_FIT);
    }
  }

  /** Follows the clock. `first` is the first time that a window that fits must show. */
  update(now, first) {
    if (!this.isFollowing) {
      return;
    }
    if (this.fits) {
      const span = Math.max(MIN_FIT, (now - Math.min(first, now)) / (NOW_AT - 0.03));
      const old = this.scale.span;
      if (!this.isPlaced) {
        this.scale = new TimeScale(this.scale.start, span, this.scale.width);
      } else if (span > old || span < old * SHRINK_BELOW) {
        this.scale = new TimeScale(this.scale.start, span > old ? span * HEADROOM : span, this.scale.width);
      }
    }
    this.isPlaced = true;
    this.goTo(now);
  }
}
