/**
 * Draws what is in view of the timeline on one canvas.
 *
 * It uses no timeline library: those create an element for each item and mark, which is too slow for 10,000 tasks. None
 * of them has lanes beside a virtual list, or a clock that can be frozen or run 60 times as fast.
 */

import { time } from "../ui/format.js";
import { drawLane } from "./lane-painter.js";

const TICK_SPACING = 92;
export const AXIS_HEIGHT = 30;

/** About half of the width of a tick's label. */
const TICK_LABEL = 28;

/** A window that is shorter than this shows milliseconds. */
const SHORT = 5000;

/** The distance between snowflakes. */
const FLAKES = 44;

/**
 * @param frame `context`, `palette`, `scale`, `now`, `isFrozen`, `height`, `rowHeight`, `others` (the pinned lane),
 *     `lanes` (those in view: `lane` and `y`, its top), and `current` (the lane to highlight)
 * @return the places of all marks in view
 */
export function paint(frame) {
  const { context, palette, scale, height, rowHeight } = frame;
  const head = AXIS_HEIGHT + rowHeight;
  context.clearRect(0, 0, scale.width, height);
  context.font = `11px ${palette.font}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  const ticks = scale.ticks(TICK_SPACING);
  const label = nowLabel(frame);
  drawFuture(frame);
  drawGrid(frame, ticks);
  const places = frame.lanes.flatMap(({ lane, y }) => {
    drawRow(frame, lane, y);
    return drawLane(frame, lane, y + rowHeight / 2);
  });
  context.fillStyle = palette.card;
  context.fillRect(0, 0, scale.width, head);
  context.save();
  context.beginPath();
  context.rect(0, 0, scale.width, head);
  context.clip();
  drawFuture(frame);
  drawGrid(frame, ticks);
  drawTicks(frame, ticks, label);
  const pinned = drawLane(frame, frame.others, AXIS_HEIGHT + rowHeight / 2);
  context.restore();
  drawLine(context, palette["line-strong"], 0, head - 0.5, scale.width, head - 0.5);
  drawNow(frame, label);
  return [...pinned, ...places.filter(({ y }) => y > head)];
}

/** Tints what is later than now, in another color if the clock is frozen. */
function drawFuture({ context, palette, scale, now, isFrozen, height }) {
  const x = Math.max(0, scale.x(now));
  if (x < scale.width) {
    context.globalAlpha = isFrozen ? 0.7 : 0.8;
    context.fillStyle = palette[isFrozen ? "frozen-soft" : "well"];
    context.fillRect(x, 0, scale.width - x, height);
    context.globalAlpha = 1;
    if (isFrozen) {
      drawFlakes(context, palette.frozen, x, scale.width, height);
    }
  }
}

/** Snowflakes in a loose pattern. */
function drawFlakes(context, color, from, to, height) {
  context.globalAlpha = 0.16;
  context.strokeStyle = color;
  context.lineWidth = 1.25;
  context.beginPath();
  for (let row = 0; row * FLAKES < height; row++) {
    for (let x = from + FLAKES * (row % 2 === 0 ? 0.4 : 0.9); x < to; x += FLAKES) {
      drawFlake(context, x, AXIS_HEIGHT + (row + 0.5) * FLAKES, 4 + (row % 3));
    }
  }
  context.stroke();
  context.globalAlpha = 1;
}

function drawFlake(context, x, y, radius) {
  for (let arm = 0; arm < 3; arm++) {
    const dx = Math.cos((arm * Math.PI) / 3) * radius;
    const dy = Math.sin((arm * Math.PI) / 3) * radius;
    context.moveTo(x - dx, y - dy);
    context.lineTo(x + dx, y + dy);
  }
}

function drawGrid({ context, palette, scale, height }, ticks) {
  for (const { at } of ticks) {
    const x = Math.round(scale.x(at)) + 0.5;
    drawLine(context, palette.line, x, AXIS_HEIGHT - 6, x, height);
  }
}

function drawRow({ context, palette, scale, rowHeight, current }, lane, y) {
  if (lane === current) {
    context.globalAlpha = 0.5;
    context.fillStyle = palette["processing-soft"];
    context.fillRect(0, y, scale.width, rowHeight);
    context.globalAlpha = 1;
  }
  drawLine(context, palette.line, 0, y + rowHeight - 0.5, scale.width, y + rowHeight - 0.5);
}

/** The labels of the ticks, except those below the label of the present. */
function drawTicks({ context, palette, scale }, ticks, label) {
  context.textAlign = "center";
  for (const { at, text, isMajor } of ticks) {
    const x = scale.x(at);
    const isCovered = label && x > label.left - TICK_LABEL && x < label.left + label.width + TICK_LABEL;
    if (x > TICK_LABEL && x < scale.width - TICK_LABEL && !isCovered) {
      context.fillStyle = isMajor ? palette.ink : palette["ink-soft"];
      context.fillText(text, x, 12);
    }
  }
  context.textAlign = "left";
  drawLine(context, palette.line, 0, AXIS_HEIGHT - 0.5, scale.width, AXIS_HEIGHT - 0.5);
}

/** The label above the line of the present: "❄ frozen at 10:15:03.250", or "now 10:15:03". None if it is not in view. */
function nowLabel({ context, palette, scale, now, isFrozen }) {
  if (!scale.includes(now)) {
    return undefined;
  }
  const text = isFrozen
    ? `❄ frozen at ${time(now, { withMilliseconds: true })}`
    : `now ${time(now, { withMilliseconds: scale.span < SHORT })}`;
  const font = `bold 11px ${palette.font}`;
  const normal = context.font;
  context.font = font;
  const width = context.measureText(text).width + 16;
  context.font = normal;
  const x = scale.x(now);
  return { text, font, x, width, left: Math.min(scale.width - width - 2, Math.max(2, x - width / 2)) };
}

/** The line of the present, and its label on the axis. */
function drawNow({ context, palette, isFrozen, height }, label) {
  if (label) {
    const { text, font, x, width, left } = label;
    const color = palette[isFrozen ? "frozen" : "primary"];
    drawLine(context, color, x, AXIS_HEIGHT - 8, x, height, 2);
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(left, 2, width, 20, 10);
    context.fill();
    context.font = font;
    context.fillStyle = isFrozen ? palette.card : palette["on-primary"];
    context.fillText(text, left + 8, 12.5);
  }
}

/** Highlights the place under the pointer or with the keyboard's focus. */
export function paintHighlight({ context, palette }, { x, y, radius }) {
  context.strokeStyle = palette.focus;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, radius + 1.5, 0, 2 * Math.PI);
  context.stroke();
}

function drawLine(context, color, x1, y1, x2, y2, width = 1) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
