/** A choice of a prompt trigger by its name. */

import { html, useId, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { sentences } from "../forms/scalar-text.js";
import { triggerText } from "./triggers.js";

/** @param onInsert gets the text of the trigger */
export function TriggerChooser({ triggers, onInsert }) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const trigger = triggers.find((each) => each.name === name);
  const choose = (event) => {
    setName(event.target.value);
    setValue("");
  };
  const hint = trigger ? sentences(trigger.description).join(" ") : "A word in the prompt that changes this request or its task.";
  return html`<div class="stack tight try-triggers" role="group" aria-label="Triggers">
    <div class="try-fields">
      <${Field} label="Prompt trigger" hint=${hint}>
        ${(props) => html`<select class="input" value=${name} onChange=${choose} ...${props}>
          <option value="">Choose a trigger</option>
          ${triggers.map((each) => html`<option value=${each.name}>${each.name}</option>`)}
        </select>`}
      <//>
      ${trigger?.value && html`<${ValueField} key=${name} wanted=${trigger.value} value=${value} onChange=${setValue} />`}
    </div>
    ${trigger && html`<${Insert} trigger=${trigger} value=${value} onInsert=${onInsert} />`}
  </div>`;
}

/** The value of the trigger: a choice, or a text if it can be one that is not listed. */
function ValueField({ wanted: { label, hint, options, isClosed, isRequired }, value, onChange }) {
  const list = useId();
  const change = (event) => onChange(event.target.value);
  const hints = [hint, !isRequired && "Optional: without it, the default applies."].filter(Boolean).join(". ");
  return html`<${Field} label=${label} hint=${hints}>
    ${(props) => isClosed
      ? html`<select class="input" value=${value} onChange=${change} ...${props}>
          <option value="">${isRequired ? "Choose one" : "the default"}</option>
          ${options.map((option) => html`<option value=${option}>${option}</option>`)}
        </select>`
      : html`<input class="input" type="text" autocomplete="off" spellcheck=${false} list=${list} value=${value} onInput=${change} ...${props} />
          <datalist id=${list}>${options.map((option) => html`<option value=${option} />`)}</datalist>`}
  <//>`;
}

function Insert({ trigger: { name, value: wanted }, value, onInsert }) {
  const isMissing = wanted?.isRequired && value.trim() === "";
  return html`<div class="row">
    <${Button} kind="small" disabled=${isMissing} onClick=${() => onInsert(triggerText(name, value))}>Insert into the prompt<//>
    ${isMissing
      ? html`<span class="soft small">${wanted.label} is missing: the trigger needs it.</span>`
      : html`<code class="break">${triggerText(name, value)}</code>`}
  </div>`;
}
