/** A choice of a prompt trigger by its name. */

import { html, useId, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { sentences } from "../forms/scalar-text.js";
import { triggerText } from "./triggers.js";

/** @param onInsert gets the text of the trigger */
export function TriggerChooser({ triggers, onInsert }) {
  const [name, setName] = useState("fail");
  const [value, setValue] = useState("");
  const list = useId();
  const trigger = triggers.find((each) => each.name === name) ?? triggers[0];
  const choose = (event) => {
    setName(event.target.value);
    setValue("");
  };
  const wanted = trigger.value;
  const isMissing = wanted?.isRequired && value.trim() === "";
  return html`<div class="stack tight try-triggers" role="group" aria-label="Triggers">
    <div class="try-fields">
      <${Field} label="Triggers" hint=${sentences(trigger.description).join(" ")}>
        ${(props) => html`<select class="input" value=${trigger.name} onChange=${choose} ...${props}>
          ${triggers.map((each) => html`<option value=${each.name}>${each.name}</option>`)}
        </select>`}
      <//>
      ${wanted &&
      html`<${Field} label=${`Trigger: ${wanted.label}`} hint=${wanted.isRequired ? undefined : "Optional: without it, the default applies."}>
        ${(props) => html`<input class="input" type="text" autocomplete="off" spellcheck=${false} list=${list} value=${value} onInput=${(event) => setValue(event.target.value)} ...${props} />
          <datalist id=${list}>${wanted.options.map((option) => html`<option value=${option} />`)}</datalist>`}
      <//>`}
    </div>
    <div class="row">
      <${Button} kind="small" disabled=${isMissing} onClick=${() => onInsert(triggerText(trigger.name, value))}>Insert into the prompt<//>
      <code class="break">${triggerText(trigger.name, wanted && isMissing ? `<${wanted.label}>` : value)}</code>
    </div>
  </div>`;
}
