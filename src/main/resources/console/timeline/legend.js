/** Explains the shapes and colors of the timeline, with the same code that draws them. */

import { html, useEffect, useRef } from "../ui/preact.js";
import { readPalette, whenThemeChanges } from "./palette.js";
import { drawBar, drawMark } from "./shapes.js";

const WIDTH = 44;
const HEIGHT = 22;

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
  return html`<details class="timeline-legend">
    <summary class="button small">Legend</summary>
    <div class="card stack tight" role="group" aria-label="Legend" tabindex="0">
      <ul>
        ${SHAPES.map(([text, draw]) => html`<li key=${text}><${Shape} draw=${draw} /> ${text}</li>`)}
      </ul>
      <h3>Keys</h3>
      <dl class="facts small">${KEYS.map(([keys, text]) => html`<dt><kbd>${keys}</kbd></dt><dd>${text}</dd>`)}</dl>
      <p class="small soft">Drag or use Shift and the wheel to go to another time. Use Ctrl and the wheel or two fingers to zoom.</p>
    </div>
  </details>`;
}

function Shape({ draw }) {
  const canvas = useRef();
  useEffect(() => {
    const paint = () => {
      const context = canvas.current.getContext("2d");
      context.setTransform(2, 0, 0, 2, 0, 0);
      context.clearRect(0, 0, WIDTH, HEIGHT);
      draw(context, readPalette(canvas.current.parentElement));
    };
    paint();
    return whenThemeChanges(paint);
  }, []);
  return html`<canvas ref=${canvas} width=${WIDTH * 2} height=${HEIGHT * 2} aria-hidden="true" />`;
}
