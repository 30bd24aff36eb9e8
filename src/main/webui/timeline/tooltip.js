import { html } from "../ui/preact.js";
import { useChanges } from "../ui/use-changes.js";

const WIDTH = 380;

/** What happened at the mark or in the lane under the pointer; screen readers hear what the keyboard selects. */
export function Tooltip({ stage }) {
  useChanges(stage);
  const { tip, viewport: { scale: { width } }, height } = stage;
  const [heading, ...lines] = tip?.lines ?? [];
  const style = tip && {
    maxWidth: `${Math.min(WIDTH, width - 16)}px`,
    ...(tip.x > width / 2 ? { right: `${Math.max(8, width - tip.x - 12)}px` } : { left: `${Math.max(8, tip.x - 12)}px` }),
    ...(tip.y > height * 0.7 ? { bottom: `${height - tip.y + 30}px` } : { top: `${tip.y}px` }),
  };
  return html`<div class="timeline-tips" style=${{ width: `${width}px` }}>
    ${tip && html`<div class="timeline-tip small number" role="tooltip" style=${style}>
      <strong>${heading}</strong>
      ${lines.map((text) => html`<div class=${/^Fault: /.test(text) ? "is-fault" : undefined}>${text}</div>`)}
    </div>`}
    <div class="visually-hidden" role="status">${tip?.isKeyboard ? tip.lines.join(". ") : ""}</div>
  </div>`;
}
