/** The choice of an operation, of the form of its body, and of an example. */

import { html } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { startOf } from "./try-form.js";

const TYPES = { "application/json": "JSON", "multipart/form-data": "Form with files" };

/** @param onStart gets the new state of the form */
export function OperationFields({ contract, operations, form, onStart }) {
  const { operation, body, example } = form;
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const chooseExample = ({ target }) => {
    const chosen = body.examples.find(({ name }) => name === target.value);
    onStart({ ...form, example: chosen.name, value: chosen.value, raw: undefined, revision: crypto.randomUUID() });
  };
  return html`
    <${Field} label="Operation">
      ${(props) => html`<select class="input" value=${operation.id} onChange=${({ target }) => onStart(startOf(contract, operations.find(({ id }) => id === target.value)))} ...${props}>
        ${tags.map((tag) => html`<optgroup label=${tag}>
          ${operations.filter((each) => each.tag === tag).map(({ id, summary }) => html`<option value=${id}>${summary}</option>`)}
        </optgroup>`)}
      </select>`}
    <//>
    ${operation.bodies.length > 1 &&
    html`<${Field} label="Body type">
      ${(props) => html`<select class="input" value=${String(operation.bodies.indexOf(body))} onChange=${({ target }) => onStart(startOf(contract, operation, { bodyIndex: Number(target.value) }))} ...${props}>
        ${operation.bodies.map(({ type }, index) => html`<option value=${String(index)}>${TYPES[type] ?? type}</option>`)}
      </select>`}
    <//>`}
    ${body?.examples.length > 0 &&
    html`<${Field} label="Example">
      ${(props) => html`<select class="input" value=${example} onChange=${chooseExample} ...${props}>
        ${body.examples.map(({ name, summary }) => html`<option value=${name}>${summary}</option>`)}
      </select>`}
    <//>`}
  `;
}
