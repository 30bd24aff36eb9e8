/** What the fields of schema forms look like. */

import { html, useId, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { number } from "../ui/format.js";
import { limits, sentences } from "./scalar-text.js";

/** The name of a field as the API has it. The style sheet marks a required one. */
function Name({ name, isRequired }) {
  return html`<span class=${isRequired ? "schema-name required" : "schema-name"}>${name}</span>`;
}

/** A field for a text, number or choice: `children` is a function from the control's attributes. */
export function ScalarField({ form, schema, name, path, isRequired, wide, note, children }) {
  const [first, rest] = sentences(schema.description);
  const facts = [limits(schema, number), note].filter(Boolean).join(", ");
  const hint = (first || facts) && html`${first}${first && facts && " · "}${facts && html`<span class="schema-facts">${facts}</span>`}${rest && html` <${More} text=${rest} />`}`;
  return html`<div class=${wide ? "schema-field wide" : "schema-field"}>
    <${Field} label=${html`<${Name} name=${name} isRequired=${isRequired} />`} hint=${hint} error=${form.errors[path]}>
      ${(props) => children({ ...props, "aria-required": isRequired ? "true" : undefined })}
    <//>
  </div>`;
}

/** The rest of a long description. */
function More({ text }) {
  const [isOpen, setOpen] = useState(false);
  return isOpen ? text : html`<button type="button" class="schema-more" aria-label=${`More: ${text.slice(0, 60)}`} onClick=${() => setOpen(true)}>More</button>`;
}

export function Description({ text, id }) {
  const [first, rest] = sentences(text);
  return first && html`<p class="schema-description" id=${id}>${first}${rest && html` <${More} text=${rest} />`}</p>`;
}

/** Fields that belong together. */
export function Group({ name, isRequired, description, error, children, onRemove }) {
  const id = useId();
  return html`<fieldset class="schema-group" aria-describedby=${error ? id : undefined}>
    <legend><${Name} name=${name} isRequired=${isRequired} /></legend>
    <div class="stack tight">
      ${onRemove && html`<div><${RemoveButton} name=${name} onClick=${onRemove} /></div>`}
      <${Description} text=${description} />
      ${error && html`<span class="schema-error" id=${id}>${error}</span>`}
      ${children}
    </div>
  </fieldset>`;
}

/** Fields that the user opens: `children` is a function, called once it is open. */
export function Disclosure({ name, description, error, isOpen, onRemove, children }) {
  const [opened, setOpened] = useState(isOpen);
  const isShown = opened || Boolean(error);
  return html`<details class="schema-group" open=${isShown} onToggle=${(event) => setOpened(event.target.open)}>
    <summary><${Name} name=${name} /></summary>
    ${isShown &&
    html`<div class="stack tight" role="group" aria-label=${name}>
      ${onRemove && html`<div><${Button} kind="small" onClick=${onRemove} label=${`Leave out ${name}`}>Leave out<//></div>`}
      <${Description} text=${description} />
      ${error && html`<span class="schema-error">${error}</span>`}
      ${children()}
    </div>`}
  </details>`;
}

export function RemoveButton({ name, onClick }) {
  return html`<${Button} kind="small" onClick=${onClick} label=${`Remove ${name}`}>Remove<//>`;
}
