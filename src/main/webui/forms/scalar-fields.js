/** Fields for texts, numbers, booleans, enums, files and any JSON. */

import { html, useId, useState } from "../ui/preact.js";
import { enumValues, isLong, isNullable } from "./schema.js";
import { anyOf, numberOf, shown, shownAny } from "./scalar-text.js";
import { ScalarField } from "./field-parts.js";

export function TextField({ form, schema, value, onChange, ...field }) {
  const list = useId();
  const offered = [...(schema.example === undefined ? [] : [schema.example]), ...(form.suggestions(field.path) ?? [])];
  const change = (event) => onChange(event.target.value === "" ? undefined : event.target.value);
  if (isLong(schema)) {
    return html`<${ScalarField} form=${form} schema=${schema} ...${field} wide>
      ${(props) => html`<textarea class="input" rows="4" value=${shown(value)} onInput=${change} ...${props} />`}
    <//>`;
  }
  return html`<${ScalarField} form=${form} schema=${schema} ...${field}>
    ${(props) => html`<input class="input" type="text" autocomplete="off" spellcheck=${false} list=${offered.length > 0 ? list : undefined} value=${shown(value)} onInput=${change} ...${props} />
      ${offered.length > 0 && html`<datalist id=${list}>${offered.map((text) => html`<option value=${text} />`)}</datalist>`}`}
  <//>`;
}

/** A number. Any other text is sent as it is: the API then says what is wrong. */
export function NumberField({ form, schema, kind, value, onChange, ...field }) {
  const [text, change] = useTyped(value, numberOf, shown);
  const note = typeof value === "string" ? "not a number: sent as text" : kind === "integer" && typeof value === "number" && !Number.isInteger(value) && "not a whole number";
  const input = (event) => onChange(change(event.target.value));
  return html`<${ScalarField} form=${form} schema=${schema} ...${field} note=${note}>
    ${(props) => html`<input class="input" type="text" autocomplete="off" inputmode=${kind === "integer" ? "numeric" : "decimal"} value=${text} onInput=${input} ...${props} />`}
  <//>`;
}

/** Any JSON, or a text that is none. */
export function AnyField({ form, schema, kind, value, onChange, ...field }) {
  const [text, change] = useTyped(value, anyOf, shownAny);
  const input = (event) => onChange(change(event.target.value));
  const note = kind === "any" ? "a text, or JSON" : "not of the type that the contract has";
  return html`<${ScalarField} form=${form} schema=${schema} ...${field} wide note=${note}>
    ${(props) => html`<textarea class="input mono" rows="2" spellcheck=${false} value=${text} onInput=${input} ...${props} />`}
  <//>`;
}

/** The typed text, as long as it means the value. */
function useTyped(value, parse, show) {
  const [typed, setTyped] = useState(() => show(value));
  const isSame = JSON.stringify(parse(typed)) === JSON.stringify(value);
  const change = (text) => {
    setTyped(text);
    return parse(text);
  };
  return [isSame ? typed : show(value), change];
}

export function EnumField({ schema, ...field }) {
  return html`<${SelectField} ...${field} schema=${schema} values=${enumValues(schema)} />`;
}

export function BooleanField(field) {
  return html`<${SelectField} ...${field} values=${[true, false]} />`;
}

/** A choice of one value. A value that is not among them is one more option. */
function SelectField({ form, schema, values, value, onChange, ...field }) {
  const known = isNullable(schema) ? [...values, null] : values;
  const options = value === undefined || known.includes(value) ? known : [...known, value];
  const select = (event) => onChange(event.target.value === "" ? undefined : options[Number(event.target.value)]);
  return html`<${ScalarField} form=${form} schema=${schema} ...${field}>
    ${(props) => html`<select class="input" value=${value === undefined ? "" : String(options.indexOf(value))} onChange=${select} ...${props}>
      ${(!field.isRequired || value === undefined) && html`<option value="">not set</option>`}
      ${options.map((option, index) => html`<option value=${String(index)}>${option === null ? "null" : String(option)}</option>`)}
    </select>`}
  <//>`;
}

/** A file, or a list of files. */
export function FileField({ form, schema, kind, value, onChange, ...field }) {
  const multiple = kind === "files";
  const files = value === undefined ? [] : [value].flat();
  const choose = (event) => {
    const chosen = [...event.target.files];
    onChange(chosen.length === 0 ? undefined : multiple ? chosen : chosen[0]);
  };
  const note = files.length > 0 && files.map((file) => `${file.name} (${file.size} bytes)`).join(", ");
  return html`<${ScalarField} form=${form} schema=${schema} ...${field} note=${note}>
    ${(props) => html`<input class="input" type="file" multiple=${multiple} onChange=${choose} ...${props} />`}
  <//>`;
}
