/** Fields with a choice between variants, and objects of which one field is chosen. */

import { html, useState } from "../ui/preact.js";
import { fieldsOf } from "./schema.js";
import { converted, initial, inner } from "./values.js";
import { isPlainObject, variantOf, variants } from "./variants.js";
import { ScalarField } from "./field-parts.js";

/** A choice between the variants of anyOf or oneOf, and the field of the chosen one. */
export function ChoiceField({ form, schema, value, onChange, name, path, isRequired }) {
  const list = variants(form.document, schema);
  const [preferred, prefer] = useState(0);
  const found = variantOf(form.document, list, value, Math.min(preferred, list.length - 1));
  const [isChosen, setChosen] = useState(isRequired);
  const current = found >= 0 ? found : isChosen ? preferred : -1;
  const choose = (event) => {
    const index = Number(event.target.value);
    setChosen(index >= 0);
    prefer(Math.max(0, index));
    onChange(index < 0 ? undefined : start(form.document, list[index], value));
  };
  const chosen = list[current];
  const select = html`<${ScalarField} form=${form} schema=${{ description: schema.description }} name=${name || "Form"} path=${path} isRequired=${isRequired && name !== ""}>
    ${(props) => html`<select class="input" value=${String(current)} onChange=${choose} ...${props}>
      ${!isRequired && html`<option value="-1">not set</option>`}
      ${list.map(({ label }, index) => html`<option value=${String(index)}>${label}</option>`)}
    </select>`}
  <//>`;
  const hasField = chosen && chosen.kind !== "constant" && chosen.kind !== "null";
  return html`<div class="schema-choice" role="group" aria-label=${name || "Form"}>
    ${select}
    ${hasField &&
    html`<${form.Node}
      key=${current}
      form=${{ ...form, errors: withoutPath(form.errors, path) }}
      schema=${chosen.schema}
      value=${value}
      onChange=${onChange}
      name=${name === "" ? "" : `${name}: ${chosen.label}`}
      path=${path}
      isRequired=${true}
    />`}
  </div>`;
}

function start(document, { kind, schema }, old) {
  return kind === "null" ? null : kind === "constant" ? schema.enum.find((value) => value !== null) : converted(document, schema, old);
}

/** The error of the choice itself is at its select. */
function withoutPath(errors, path) {
  const { [path]: own, ...rest } = errors;
  return rest;
}

/** An object with exactly one of its fields. */
export function PickField({ form, schema, value, onChange, name, path, isRequired }) {
  const fields = fieldsOf(form.document, schema);
  const picked = isPlainObject(value) ? Object.keys(value)[0] : undefined;
  const field = fields.find((each) => each.name === picked);
  const pick = (event) => {
    const chosen = fields.find((each) => each.name === event.target.value);
    onChange(chosen && { [chosen.name]: initial(form.document, chosen.schema) ?? "" });
  };
  return html`<div class="schema-choice" role="group" aria-label=${name || "Field"}>
    <${ScalarField} form=${form} schema=${{ description: schema.description }} name=${name || "Field"} path=${path} isRequired=${isRequired}>
      ${(props) => html`<select class="input" value=${picked ?? ""} onChange=${pick} ...${props}>
        ${(picked === undefined || !isRequired) && html`<option value="">not set</option>`}
        ${fields.map((each) => html`<option value=${each.name}>${each.name}</option>`)}
      </select>`}
    <//>
    ${field &&
    html`<${form.Node}
      key=${picked}
      form=${form}
      schema=${field.schema}
      value=${value[picked]}
      onChange=${(changed) => onChange({ [picked]: changed })}
      name=${picked}
      path=${inner(path, picked)}
      isRequired=${true}
    />`}
  </div>`;
}
