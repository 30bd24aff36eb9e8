/** The canvas of a timeline: when it is drawn, and what is where on it. */

import { time } from "../ui/format.js";
import { laneLines, placeLines } from "./describe.js";
import { AXIS_HEIGHT, paint, paintHighlight } from "./painter.js";
import { readPalette, whenThemeChanges } from "./palette.js";
import { Viewport } from "./viewport.js";

/** With a running clock, a frame is drawn when something has moved by a pixel, but not more often than this. */
const MIN_TICK = 150;

/** While many events arrive, clients need the processor more than the page does. */
const BUSY_TICK = 600;
const MAX_TICK = 60_000;

/** How much a button or a key zooms. */
const ZOOM_STEP = 1.5;

/** When everything is shown, what is planned is shown at least this far, in milliseconds. */
const MIN_PLANNED = 30_000;

/** Texts about a longer window have the date, and about a shorter one milliseconds. */
const DAY = 86_400_000;
const SECONDS = 3000;

export class Stage {
  /** The lanes of the list, of which those in view are drawn. */
  lanes = [];

  rowHeight = 36;

  /** Where the marks in view are. */
  places = [];

  /** How many frames have been drawn. */
  frames = 0;

  /** What the tooltip shows: `lines`, `x`, `y`, and `isKeyboard` if the keyboard selected it; undefined if it is closed. */
  tip;

  viewport = new Viewport();
  listeners = new Set();

  /** Called after each frame with the indexes of the first lane in view and the one after the last. */
  onDrawn = () => {};

  /** @param store the {@link SandboxStore} */
  constructor(store) {
    this.store = store;
  }

  /** @return a function that removes the listener */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Starts to draw on a canvas, which lies over the right part of a `scroller`. */
  attach(canvas, scroller) {
    this.canvas = canvas;
    this.scroller = scroller;
    this.context = canvas.getContext("2d");
    this.palette = readPalette(scroller);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(scroller);
    this.resizing.observe(canvas.parentElement);
    this.unwatch = whenThemeChanges(() => {
      this.palette = readPalette(scroller);
      this.invalidate();
    });
    this.resize();
  }

  detach() {
    this.resizing.disconnect();
    this.unwatch();
    cancelAnimationFrame(this.drawing);
    clearTimeout(this.ticking);
  }

  resize() {
    const width = this.canvas.parentElement.clientWidth;
    const height = this.scroller.clientHeight;
    const ratio = devicePixelRatio;
    if (width === this.width && height === this.height && ratio === this.ratio) {
      return;
    }
    Object.assign(this, { width, height, ratio, fullWidth: this.scroller.clientWidth });
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(this.height * ratio);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${this.height}px`;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.viewport.resize(width);
    this.draw();
    this.changed();
  }

  /** Uses other lanes, or the same ones after a change. */
  setLanes(lanes, rowHeight, current) {
    Object.assign(this, { lanes, rowHeight, current });
    this.invalidate();
  }

  /** Turns following on or off: the present stays where it is, and the newest lane is in view. */
  toggleFollowing() {
    this.change((viewport) => viewport.follow(!viewport.isFollowing));
  }

  zoomIn() {
    this.zoom(ZOOM_STEP);
  }

  zoomOut() {
    this.zoom(1 / ZOOM_STEP);
  }

  zoom(factor) {
    this.change((viewport) => viewport.zoom(factor, undefined, this.now()));
  }

  goToNow() {
    this.change((viewport) => viewport.goTo(this.now()));
  }

  /** Scrolls in the frame that draws, because the browser must know the layout then anyway. */
  scrollToNewest() {
    const { scroller, lanes, rowHeight, height, headHeight } = this;
    const newest = Math.max(0, headHeight + lanes.length * rowHeight - height);
    if (this.viewport.isFollowing && Math.abs(scroller.scrollTop - newest) > 1) {
      scroller.scrollTop = newest;
    }
  }

  /** Draws once before the browser shows its next frame. */
  invalidate() {
    this.drawing ??= requestAnimationFrame(() => this.draw());
  }

  /** Changes the viewport, and draws it. */
  change(action) {
    action(this.viewport);
    this.invalidate();
    this.changed();
  }

  changed() {
    this.shownText = this.windowText();
    this.listeners.forEach((listener) => listener());
  }

  now() {
    return this.store.clock.now();
  }

  get headHeight() {
    return AXIS_HEIGHT + this.rowHeight;
  }

  /** The indexes of the first lane in view and the one after the last. */
  visible() {
    const { scrollTop } = this.scroller;
    const end = Math.ceil((scrollTop + this.height - this.headHeight) / this.rowHeight);
    return [Math.max(0, Math.floor(scrollTop / this.rowHeight)), Math.min(this.lanes.length, end)];
  }

  draw() {
    cancelAnimationFrame(this.drawing);
    this.drawing = undefined;
    this.scrollToNewest();
    const { viewport, rowHeight, height, context, palette, current } = this;
    const [first, end] = this.visible();
    const now = this.now();
    viewport.update(now, this.firstTime(first));
    const top = this.headHeight - this.scroller.scrollTop;
    const lanes = this.lanes.slice(first, end).map((lane, index) => ({ lane, y: top + (first + index) * rowHeight }));
    const { lanes: { others }, clock } = this.store;
    const frame = { context, palette, scale: viewport.scale, now, isFrozen: clock.frozen, height, rowHeight, others, lanes, current };
    this.places = paint(frame);
    this.frames++;
    const highlighted = this.places.find((place) => this.isHighlighted(place));
    if (highlighted) {
      paintHighlight(frame, highlighted);
    }
    this.tickLater();
    this.onDrawn(first, end);
    if (this.windowText() !== this.shownText) {
      this.changed();
    }
  }

  /** What is in view, for screen readers; it does not change while the window follows a running clock. */
  windowText() {
    const { viewport: { isFollowing, scale }, store: { clock } } = this;
    const options = { withDate: scale.span > DAY, withMilliseconds: scale.span < SECONDS };
    const range = isFollowing && !clock.frozen ? "follows the clock" : `from ${time(scale.start, options)} to ${time(scale.end, options)}`;
    return `${range}${clock.frozen ? `, frozen at ${time(clock.now(), { withMilliseconds: true })}` : ""}`;
  }

  /** A frozen clock moves nothing, and so does a clock whose present is not in view. */
  tickLater() {
    clearTimeout(this.ticking);
    const { frozen, isStopped, scale } = this.store.clock;
    const { viewport } = this;
    if (!frozen && !isStopped && (viewport.isFollowing || viewport.scale.includes(this.now()))) {
      const delay = Math.min(MAX_TICK, Math.max(this.store.isBusy ? BUSY_TICK : MIN_TICK, viewport.scale.pixel / scale));
      this.ticking = setTimeout(() => this.invalidate(), delay);
    }
  }

  /** The first time that a window which fits what exists must show. */
  firstTime(index) {
    const { all, others } = this.store.lanes;
    const lane = this.viewport.fits === "all" ? all[0] : this.lanes[index];
    return lane?.start ?? others.marks[0]?.at ?? Infinity;
  }

  /** Shows everything that happened, and what is planned, unless that is far away. */
  fitAll() {
    const { all, others } = this.store.lanes;
    const now = this.now();
    const first = Math.min(all[0]?.start ?? now, others.marks[0]?.at ?? now);
    const last = all.reduce((latest, lane) => Math.max(latest, lane.lastAt(now)), Math.max(now, others.marks.at(-1)?.at ?? now));
    this.change((viewport) => viewport.fitAll(first, Math.min(last, now + Math.max(MIN_PLANNED, now - first))));
  }

  /** Moves to a time of a lane, if nothing of it is in view. */
  reveal(lane) {
    const { scale } = this.viewport;
    if (lane.start > scale.end || lane.lastAt(this.now()) < scale.start) {
      this.change((viewport) => viewport.reveal(lane.start));
    }
  }

  /** The place nearest to a point of the canvas; undefined if there is none near it. */
  placeAt(x, y) {
    let best;
    for (const place of this.places) {
      const distance = Math.hypot(place.x - x, place.y - y);
      if (distance <= place.radius && !(best?.distance <= distance)) {
        best = { place, distance };
      }
    }
    return best?.place;
  }

  /** The lane at a height of the canvas; undefined for the axis, and below the last lane. */
  laneAt(y) {
    if (y < this.headHeight) {
      return y > AXIS_HEIGHT ? this.store.lanes.others : undefined;
    }
    return this.lanes[Math.floor((y - this.headHeight + this.scroller.scrollTop) / this.rowHeight)];
  }

  /** The top of a lane on the canvas. */
  topOf(lane) {
    const { others } = this.store.lanes;
    return lane === others ? AXIS_HEIGHT : this.headHeight + this.lanes.indexOf(lane) * this.rowHeight - this.scroller.scrollTop;
  }

  isHighlighted(place) {
    return isSame(place, this.highlighted);
  }

  /** Highlights a place and shows its tooltip. */
  showPlace(place, isKeyboard = false) {
    if (!isSame(place, this.highlighted)) {
      this.highlighted = place;
      this.tip = { lines: placeLines(place), x: place.x, y: place.y + 12, isKeyboard };
      this.invalidate();
      this.changed();
    }
  }

  showLane(lane) {
    if (this.tip?.lane !== lane) {
      this.highlighted = undefined;
      this.tip = { lane, lines: laneLines(lane), x: 12, y: this.topOf(lane) + this.rowHeight };
      this.invalidate();
      this.changed();
    }
  }

  hideTip() {
    if (this.tip) {
      this.highlighted = undefined;
      this.tip = undefined;
      this.invalidate();
      this.changed();
    }
  }
}

/** Whether two places, of different frames, show the same thing. */
function isSame(one, other) {
  return one?.lane === other?.lane && one?.marks[0] === other?.marks[0] && one?.isEnd === other?.isEnd && one?.reveals === other?.reveals;
}
