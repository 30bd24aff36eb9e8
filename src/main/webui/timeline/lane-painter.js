/** Draws one lane: the bar of its task, its marks, and the names of the faults where there is room. */

import { line } from "../ui/format.js";
import { clusters } from "./clusters.js";
import { drawBar, drawMark } from "./shapes.js";

/** The distance between two tracks, as a share of the height of a lane. */
const TRACK = 0.3;
const LABEL_GAP = 10;
const STOP_WIDTH = 6;
const MAX_LABEL = 28;
const HIT_RADIUS = 8;

/** Text is measured once; the texts are few, as they are numbers and the names of rules. */
const widths = new Map();
const MAX_WIDTHS = 2000;

/**
 * @param frame what is drawn: see painter.js
 * @param y the middle of the lane
 * @return the places of its marks: `x`, `y`, `radius`, `lane` and what is there, for the pointer
 */
export function drawLane(frame, lane, y) {
  const { context, palette, scale } = frame;
  const found = clusters(lane, scale);
  const bar = lane.task && taskBar(lane, frame.now);
  const places = [];
  if (bar) {
    drawParts(frame, bar, y);
  }
  const trackHeight = Math.round(frame.rowHeight * TRACK);
  drawRetries(frame, found, y + trackHeight);
  for (const cluster of found) {
    const at = y + cluster.track * trackHeight;
    drawMark(context, palette, cluster, cluster.x, at);
    places.push({ lane, marks: cluster.marks, x: cluster.x, y: at, radius: HIT_RADIUS });
  }
  const named = new Set();
  if (bar) {
    places.push(...drawEnd(frame, lane, bar.end, y, named));
  }
  drawLabels(frame, found, y, trackHeight, named);
  const arrow = drawOutside(frame, lane, y);
  return arrow ? [arrow] : places;
}

/** The parts of a task's bar: `status`, `from`, `to`, `isPlanned`, `isHeld`; and its `end`: `at`, `status`, `isPlanned`. */
export function taskBar(lane, now) {
  const { task, start, endsAt = Infinity, isOver } = lane;
  const processingAt = Math.min(lane.startsAt ?? Infinity, endsAt);
  const known = isOver ? endsAt : Math.max(now, start);
  const parts = [];
  const add = (status, from, to, isPlanned) => {
    const isHeld = task.held && !isPlanned && status === task.status;
    return to > from && parts.push({ status, from, to, isPlanned, isHeld });
  };
  add("pending", start, Math.min(processingAt, known), false);
  add("processing", processingAt, Math.min(endsAt, known), false);
  if (!isOver && endsAt < Infinity) {
    add("pending", Math.max(start, known), processingAt, true);
    add("processing", Math.max(processingAt, known), endsAt, true);
  }
  const end = endsAt < Infinity ? { at: endsAt, status: isOver ? task.status : task.outcome.status, isPlanned: !isOver } : undefined;
  return { parts, end };
}

function drawParts({ context, palette, scale }, { parts }, y) {
  for (const part of parts) {
    const from = Math.max(-20, scale.x(part.from));
    const to = Math.min(scale.width + 20, scale.x(part.to));
    if (to >= from) {
      drawBar(context, palette, part, from, to, y);
    }
  }
}

/** Draws the end of a task, and the name of the fault that decides how it ends, which it adds to `named`. */
function drawEnd(frame, lane, end, y, named) {
  const { context, palette, scale, now } = frame;
  const { fault } = lane.task;
  const x = end ? scale.x(end.at) : Math.min(scale.x(now), scale.width) - 4;
  if (x < -20 || x > scale.width + 20) {
    return [];
  }
  if (fault) {
    label(frame, fault, x + LABEL_GAP, y, palette.fault);
    named.add(fault);
  }
  if (!end) {
    return [];
  }
  drawMark(context, palette, { kind: end.isPlanned ? "planned" : end.status, hasFault: Boolean(fault) }, x, y);
  return [{ lane, marks: [], isEnd: true, x, y, radius: HIT_RADIUS }];
}

/** Joins the attempts of one callback. */
function drawRetries({ context, palette }, found, y) {
  const last = new Map();
  context.strokeStyle = palette.callback;
  context.lineWidth = 1.25;
  for (const { kind, marks, x } of found) {
    for (const { callbackId } of kind === "attempt" ? marks : []) {
      const from = last.get(callbackId);
      if (from !== undefined && from !== x) {
        context.beginPath();
        context.moveTo(from, y);
        context.lineTo(x, y);
        context.stroke();
      }
      last.set(callbackId, x);
    }
  }
}

/**
 * The number of marks in a cluster and the names of its faults, beside it if there is room, or below the bar. A lane names
 * each fault once: `named` has those that it has named.
 */
function drawLabels(frame, found, y, trackHeight, named) {
  const { palette } = frame;
  const next = {};
  const unnamed = [];
  for (let index = found.length - 1; index >= 0; index--) {
    const cluster = found[index];
    const limit = (next[cluster.track] ?? Infinity) - LABEL_GAP;
    next[cluster.track] = cluster.x;
    const at = y + cluster.track * trackHeight;
    let x = cluster.x + LABEL_GAP + (cluster.isGivenUp ? STOP_WIDTH : 0);
    if (cluster.marks.length > 1) {
      x = label(frame, `${cluster.marks.length}`, x, at, palette["ink-soft"], limit) + 4;
    }
    const name = faults(cluster);
    if (!name || named.has(name)) {
      continue;
    }
    if (cluster.track !== 0 && label(frame, name, x, at, palette.fault, limit) > x) {
      named.add(name);
    } else {
      unnamed.unshift(cluster);
    }
  }
  nameElsewhere(frame, found, unnamed, y, trackHeight, named);
}

/** Names faults below the bar, or after the last mark of their track. */
function nameElsewhere(frame, found, unnamed, y, trackHeight, named) {
  const color = frame.palette.fault;
  let free = -Infinity;
  for (const cluster of unnamed) {
    const name = faults(cluster);
    const left = Math.max(free, cluster.x - 7);
    const attempt = found.find(({ track, x }) => track === 1 && x > left - LABEL_GAP);
    const limit = (attempt?.x ?? Infinity) - LABEL_GAP;
    const end = named.has(name) ? left : label(frame, name, left, y + trackHeight, color, limit);
    if (end > left) {
      free = end + LABEL_GAP;
      named.add(name);
    }
  }
  for (const track of [-1, 0, 1]) {
    const names = unnamed.filter((cluster) => cluster.track === track).map(faults).filter((name) => !named.has(name));
    const last = found.findLast((cluster) => cluster.track === track);
    if (names.length > 0 && !last.hasFault) {
      label(frame, [...new Set(names)].join(", "), last.x + 2 * LABEL_GAP, y + track * trackHeight, color);
    }
  }
}

function faults({ marks }) {
  return [...new Set(marks.map(({ fault }) => fault).filter(Boolean))].join(", ");
}

/** @return where the text ends; where it would begin, if there is no room */
function label({ context }, text, x, y, color, limit = Infinity) {
  const short = line(text, MAX_LABEL);
  const width = measure(context, short);
  if (x + width > limit) {
    return x;
  }
  context.fillStyle = color;
  context.fillText(short, x, y + 0.5);
  return x + width;
}

function measure(context, text) {
  if (!widths.has(text)) {
    if (widths.size > MAX_WIDTHS) {
      widths.clear();
    }
    widths.set(text, context.measureText(text).width);
  }
  return widths.get(text);
}

/** An arrow at the edge, if nothing of the lane is in view: it is earlier or later. */
function drawOutside({ context, palette, scale, now }, lane, y) {
  const last = lane.lastAt(now);
  const isEarlier = last < scale.start;
  if (lane.start === Infinity || (!isEarlier && lane.start <= scale.end)) {
    return undefined;
  }
  const x = isEarlier ? 10 : scale.width - 10;
  const tip = isEarlier ? -4 : 4;
  context.strokeStyle = palette["line-strong"];
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - tip / 2, y - 5);
  context.lineTo(x + tip, y);
  context.lineTo(x - tip / 2, y + 5);
  context.stroke();
  return { lane, marks: [], reveals: isEarlier ? last : lane.start, isEarlier, x, y, radius: 12 };
}
