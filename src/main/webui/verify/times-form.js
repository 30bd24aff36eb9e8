/** How many exchanges must match, and how long to wait for them. */

import { html } from "../ui/preact.js";
import { Field } from "../ui/basics.js";

const KINDS = [
  ["at_least", "at least"],
  ["exactly", "exactly"],
  ["at_most", "at most"],
  ["between", "between"],
];

/** @param times `kind`, `count`, and `max` for "between" */
export function TimesForm({ times, within, changeTimes, changeWithin }) {
  const isRange = times.kind === "between";
  return html`<div class="row times">
    <${Field} label="Times">
      ${(props) => html`<select class="input" value=${times.kind} onInput=${(event) => changeTimes({ kind: event.target.value })} ...${props}>
        ${KINDS.map(([kind, text]) => html`<option value=${kind}>${text}</option>`)}
      </select>`}
    <//>
    <${Count} label=${isRange ? "From" : "Count"} value=${times.count} change=${(count) => changeTimes({ count })} />
    ${isRange && html`<${Count} label="To" value=${times.max} change=${(max) => changeTimes({ max })} />`}
    <${Field} label="Wait up to">
      ${(props) => html`<input class="input" placeholder="5s" value=${within} onInput=${(event) => changeWithin(event.target.value)} ...${props} />`}
    <//>
  </div>`;
}

function Count({ label, value, change }) {
  const read = (event) => change(Math.max(0, Math.trunc(Number(event.target.value)) || 0));
  return html`<${Field} label=${label}>
    ${(props) => html`<input class="input" type="number" min="0" max="1000000" value=${value} onInput=${read} ...${props} />`}
  <//>`;
}
