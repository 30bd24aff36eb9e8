/** Explains the shapes and colors of the timeline, with the same code that draws them. */

import { html, useEffect, useRef, useState } from "../ui/preact.js";
import { readPalette, whenThemeChanges } from "./palette.js";
import { drawBar, drawMark } from "./shapes.js";

const WIDTH = 44;
const HEIGHT = 22;

/** Pixels of a canvas for each pixel of the page. */
const DENSITY = 2;

const mark = (look) => (context, palette) => drawMark(context, palette, look, WIDTH / 2, HEIGHT / 2);
const bar = (look) => (context, palette) => drawBar(context, palette, look, 4, WIDTH - 4, HEIGHT / 2);

const SHAPES = [
  ["Pending", bar({ status: "pending" })],
  ["Processing", bar({ status: "processing" })],
  ["Planned", bar({ status: "processing", isPlanned: true })],
  ["Held", bar({ status: "processing", isHeld: true })],
  ["Completed", mark({ kind: "completed" })],
  ["Failed", mark({ kind: "failed" })],
  ["Planned end", mark({ kind: "planned" })],
  ["Create request", mark({ kind: "create" })],
  ["Poll", mark({ kind: "poll" })],
  ["Poll with an error", mark({ kind: "poll", isBad: true })],
  ["Download", mark({ kind: "download" })],
  ["Other request", mark({ kind: "request" })],
  ["Callback delivered", mark({ kind: "attempt" })],
  ["Callback not delivered; a line leads to the next attempt", (context, palette) => {
    context.strokeStyle = palette.callback;
    context.beginPath();
    context.moveTo(12, HEIGHT / 2);
    context.lineTo(WIDTH - 12, HEIGHT / 2);
    context.stroke();
    drawMark(context, palette, { kind: "attempt", isBad: true }, 10, HEIGHT / 2);
    drawMark(context, palette, { kind: "attempt" }, WIDTH - 10, HEIGHT / 2);
  }],
  ["Callback given up after this attempt", mark({ kind: "attempt", isBad: true, isGivenUp: true })],
  ["Injected fault, with the name of its rule", mark({ kind: "poll", isBad: true, hasFault: true })],
  ["Warning", mark({ kind: "poll", hasWarning: true })],
];

const KEYS = [
  ["↑ ↓", "the previous or next task"],
  ["← →", "earlier or later"],
  ["Shift + ← →", "the previous or next mark of the task"],
  ["Enter", "open the task or the mark"],
  ["+ − 0", "zoom in, zoom out, fit"],
  ["N F", "go to now, follow"],
];

export function Legend() {
  const [isOpen, setOpen] = useState(false);
  return html`<details class="timeline-legend" onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary class="button small">Legend</summary>
    ${isOpen && html`<${Contents} />`}
  </details>`;
}

function Contents() {
  const list = useRef();
  useEffect(() => {
    const paint = () => {
      const palette = readPalette(list.current);
      [...list.current.querySelectorAll("canvas")].forEach((canvas, index) => {
        const context = canvas.getContext("2d");
        context.setTransform(DENSITY, 0, 0, DENSITY, 0, 0);
        context.clearRect(0, 0, WIDTH, HEIGHT);
        SHAPES[index][1](context, palette);
      });
    };
    paint();
    return whenThemeChanges(paint);
  }, []);
  return html`<div class="card stack tight" role="group" aria-label="Legend" tabindex="0">
    <ul ref=${list}>
      ${SHAPES.map(([text]) => html`<li key=${text}><canvas width=${WIDTH * DENSITY} height=${HEIGHT * DENSITY} aria-hidden="true" /> ${text}</li>`)}
    </ul>
    <h3>Keys</h3>
    <dl class="facts small">${KEYS.map(([keys, text]) => html`<dt><kbd>${keys}</kbd></dt><dd>${text}</dd>`)}</dl>
    <p class="small soft">Drag or use Shift and the wheel to go to another time. Use Ctrl and the wheel or two fingers to zoom.</p>
  </div>`;
}
