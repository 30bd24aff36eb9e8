import { html } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { ANY_FAULT, faultText, NO_FAULT, STATUSES, TASK_FAULT } from "./filter.js";

const OPERATIONS = ["create", "poll", "credits", "file", "other"];

/** @param faults the values of faultChoices() */
export function FilterForm({ filter, faults, onChange }) {
  const change = (name) => (event) => onChange({ ...filter, [name]: event.target.value });
  return html`<div class="filters" role="search" aria-label="Filter requests">
    <${Choice} label="Operation" value=${filter.operation} onInput=${change("operation")} choices=${OPERATIONS.map((name) => [name, name])} />
    <${Choice} label="Status" value=${filter.status} onInput=${change("status")} choices=${STATUSES} />
    <${Choice} label="Fault" value=${filter.fault} onInput=${change("fault")} choices=${allFaults(faults, filter.fault)} />
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
function allFaults(values, chosen) {
  const general = [
    [ANY_FAULT, "with a fault"],
    [TASK_FAULT, "only the task has a fault"],
    [NO_FAULT, "without a fault"],
  ];
  const isKnown = chosen === "" || values.includes(chosen) || general.some(([value]) => value === chosen);
  return [...general, ...(isKnown ? values : [...values, chosen]).map((value) => [value, faultText(value)])];
}
