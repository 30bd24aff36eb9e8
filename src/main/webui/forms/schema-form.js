/** A form for a JSON schema of an OpenAPI 3.0 document. */

import { html, useState } from "../ui/preact.js";
import { fieldsOf, flatten, isNullable, isScalar, kindOf, otherFields } from "./schema.js";
import { inner, withField } from "./values.js";
import { isPlainObject } from "./variants.js";
import { ArrayField, MapField } from "./list-fields.js";
import { ChoiceField, PickField } from "./choice-fields.js";
import { AnyField, BooleanField, EnumField, FileField, NumberField, TextField } from "./scalar-fields.js";
import { Description, Disclosure, Group } from "./field-parts.js";

/** More optional fields than this are behind "More fields". */
const SHOWN_OPTIONAL = 9;

/**
 * The form. The value is plain JSON (and files, in forms with files); what the user has not filled in is left out of
 * objects. A list has undefined for an empty item, so send prune(value).
 *
 * @param document the OpenAPI document, for $ref
 * @param onChange gets the whole new value; undefined if nothing is filled in
 * @param name the label of the outermost field; an object needs none
 * @param path the path of the value, from which those of its fields are made: "input.prompt", "images.0"
 * @param errors messages by path
 * @param suggestions a function from a path to texts that the user can choose from; undefined for none
 */
export function SchemaForm({ document, schema, value, onChange, name = "", path = "", errors = {}, suggestions = () => [], isRequired = true }) {
  const form = { document, errors, suggestions, Node };
  return html`<${Node} form=${form} schema=${schema} value=${value} onChange=${onChange} name=${name} path=${path} isRequired=${isRequired} />`;
}

const COMPONENTS = {
  choice: ChoiceField,
  pick: PickField,
  object: ObjectField,
  map: MapField,
  array: ArrayField,
  enum: EnumField,
  boolean: BooleanField,
  integer: NumberField,
  number: NumberField,
  string: TextField,
  file: FileField,
  files: FileField,
  any: AnyField,
};

/** The field for one schema; JSON if the value has another type than the schema. */
function Node({ form, schema, ...field }) {
  const flat = flatten(form.document, schema);
  const kind = kindOf(flat);
  const Component = fits(kind, flat, field.value) ? COMPONENTS[kind] : AnyField;
  return Component && html`<${Component} form=${form} schema=${flat} kind=${kind} ...${field} />`;
}

function fits(kind, schema, value) {
  if (value === undefined || kind === "choice" || kind === "any") {
    return true;
  }
  if (value === null) {
    return kind === "enum" || (kind === "boolean" && isNullable(schema));
  }
  return kind === "array" || kind === "files" ? Array.isArray(value) : isScalar(kind) ? value instanceof Blob || typeof value !== "object" : isPlainObject(value);
}

function ObjectField({ form, schema, value, onChange, name, path, isRequired }) {
  const change = (changed) => onChange(!isRequired && Object.keys(changed).length === 0 ? undefined : changed);
  const fields = () => html`<${Fields} form=${form} schema=${schema} value=${value} onChange=${change} path=${path} />`;
  if (name === "") {
    return html`<div class="stack"><${Description} text=${schema.description} />${fields()}</div>`;
  }
  if (isRequired) {
    return html`<${Group} name=${name} isRequired description=${schema.description} error=${form.errors[path]}>${fields()}<//>`;
  }
  const leaveOut = value === undefined ? undefined : () => onChange(undefined);
  return html`<${Disclosure} name=${name} description=${schema.description} error=${form.errors[path]} isOpen=${value !== undefined} onRemove=${leaveOut}>
    ${fields}
  <//>`;
}

/** The fields of an object, then those of the value that the schema does not have. */
function Fields({ form, schema, value, onChange, path }) {
  const fields = fieldsOf(form.document, schema);
  const [isShown] = useState(() => shownFields(fields, value));
  const known = new Set(Object.keys(schema.properties ?? {}));
  const others = otherFields(schema);
  const unknown = others === undefined ? Object.keys(value ?? {}).filter((name) => !fields.some((field) => field.name === name)) : [];
  const field = ({ name, schema: flat, isRequired }) => html`<${Node}
    key=${name}
    form=${form}
    schema=${flat}
    value=${value?.[name]}
    onChange=${(changed) => onChange(withField(value, name, changed))}
    name=${name}
    path=${inner(path, name)}
    isRequired=${isRequired}
  />`;
  const hidden = fields.filter(({ name }) => !isShown.has(name));
  return html`<div class="schema-fields">
    ${fields.filter(({ name }) => isShown.has(name)).map(field)}
    ${unknown.map((name) => field({ name, schema: { description: known.has(name) ? "" : "The contract has no such field." } }))}
    ${hidden.length > 0 &&
    html`<${Disclosure} name=${`More fields (${hidden.length})`} isOpen=${false}>
      ${() => html`<div class="schema-fields">${hidden.map(field)}</div>`}
    <//>`}
    ${others !== undefined &&
    html`<${MapField} form=${form} schema=${{ additionalProperties: others }} value=${value} except=${known} onChange=${onChange} name="Other fields" path=${path} isRequired=${true} />`}
  </div>`;
}

/** The names of the fields that are not behind "More fields". It does not change while the user fills in the form. */
function shownFields(fields, value) {
  const optional = fields.filter(({ name, isRequired }) => !isRequired && value?.[name] === undefined);
  const hidden = new Set(optional.slice(SHOWN_OPTIONAL).map(({ name }) => name));
  return new Set(fields.map(({ name }) => name).filter((name) => !hidden.has(name)));
}
