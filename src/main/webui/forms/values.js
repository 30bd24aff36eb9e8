/** Values of forms: plain JSON, in which undefined is what the user has not filled in. */

import { enumValues, fieldsOf, flatten, kindOf } from "./schema.js";
import { isPlainObject, variants } from "./variants.js";

/** The value that a form starts with: the schema's example or default, otherwise what it requires. */
export function initial(document, schema) {
  const flat = flatten(document, schema);
  if (flat.example !== undefined || flat.default !== undefined) {
    return flat.example ?? flat.default;
  }
  switch (kindOf(flat)) {
    case "choice":
      return initial(document, variants(document, flat)[0].schema);
    case "enum":
      return enumValues(flat)[0] ?? null;
    case "object":
      return initialObject(document, flat);
    case "map":
      return {};
    case "array":
      return Array.from({ length: flat.minItems ?? 0 }, () => initial(document, flat.items));
    default:
      return undefined;
  }
}

function initialObject(document, flat) {
  const required = fieldsOf(document, flat).filter(({ isRequired }) => isRequired);
  return defined(required.map(({ name, schema }) => [name, initial(document, schema)]));
}

/** The initial value of another variant, with what the old value has at the same names. */
export function converted(document, schema, old) {
  const flat = flatten(document, schema);
  const start = initial(document, flat);
  if (kindOf(flat) !== "object" || !isPlainObject(old)) {
    return start;
  }
  const kept = fieldsOf(document, flat)
    .filter(({ kind, name, schema: field }) => old[name] !== undefined && (kind !== "enum" || field.enum.includes(old[name])))
    .map(({ name }) => [name, old[name]]);
  return { ...start, ...defined(kept) };
}

/** The object with another value for a field; undefined removes it. */
export function withField(object, name, value) {
  const fields = isPlainObject(object) ? { ...object } : {};
  if (value === undefined) {
    delete fields[name];
  } else {
    fields[name] = value;
  }
  return fields;
}

export function withItem(list, index, item) {
  return list.map((old, position) => (position === index ? item : old));
}

export function withoutItem(list, index) {
  return list.filter((_, position) => position !== index);
}

/** The value as a request has it: without fields and items that are not filled in. Files stay. */
export function prune(value) {
  if (Array.isArray(value)) {
    return value.map(prune).filter((item) => item !== undefined);
  }
  return isPlainObject(value) ? defined(Object.entries(value).map(([name, item]) => [name, prune(item)])) : value;
}

function defined(entries) {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The path of a field or item inside the value at a path: "input.image_urls.0". */
export function inner(path, name) {
  return path === "" ? String(name) : `${path}.${name}`;
}
