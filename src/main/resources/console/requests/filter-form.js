import { html } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { ANY_FAULT, FAULT_PREFIX, NO_FAULT, STATUSES } from "./filter.js";

const OPERATIONS = ["create", "poll", "credits", "file", "other"];

/** @param faults the names of faults to choose from */
export function FilterForm({ filter, faults, onChange }) {
  const change = (name) => (event) => onChange({ ...filter, [name]: event.target.value });
  return html`<div class="filters" role="search" aria-label="Filter requests">
    <${Choice} label="Operation" value=${filter.operation} onInput=${change("operation")} choices=${OPERATIONS.map((name) => [name, name])} />
    <${Choice} label="Status" value=${filter.status} onInput=${change("status")} choices=${STATUSES} />
    <${Choice} label="Fault" value=${filter.fault} onInput=${change("fault")} choices=${faultChoices(faults, filter.fault)} />
    <${Field} label="Path contains">
      ${(props) => html`<input class="input" type="search" value=${filter.text} onInput=${change("text")} ...${props} />`}
    <//>
    <label class="check">
      <input type="checkbox" checked=${filter.onlyWarnings} onChange=${(e) => onChange({ ...filter, onlyWarnings: e.target.checked })} />
      Only with warnings
    </label>
  </div>`;
}

function Choice({ label, value, choices, onInput }) {
  return html`<${Field} label=${label}>
    ${(props) => html`<select class="input" value=${value} onInput=${onInput} ...${props}>
      <option value="">all</option>
      ${choices.map(([choice, text]) => html`<option value=${choice}>${text}</option>`)}
    </select>`}
  <//>`;
}

/** The chosen fault remains a choice when its exchanges are gone. */
function faultChoices(names, chosen) {
  const values = names.map((name) => FAULT_PREFIX + name);
  const isGone = chosen.startsWith(FAULT_PREFIX) && !values.includes(chosen);
  return [
    [ANY_FAULT, "with a fault"],
    [NO_FAULT, "without a fault"],
    ...(isGone ? [...values, chosen] : values).map((value) => [value, value.slice(FAULT_PREFIX.length)]),
  ];
}
