/** The variants of a schema with anyOf or oneOf. */

import { enumValues, fieldsOf, flatten, isNullable, kindOf, otherFields } from "./schema.js";

const KIND_NAMES = {
  boolean: "true or false",
  integer: "whole number",
  number: "number",
  string: "text",
  file: "file",
  files: "files",
  array: "list",
  map: "names and values",
  object: "fields",
  pick: "one field",
  any: "JSON",
};

const NULL = { type: "null", enum: [null] };

/** The variants, the simplest first: each has `label`, `kind` and `schema` (flattened). One of the kind "null" may be the last. */
export function variants(document, schema) {
  const parts = schema.anyOf ?? schema.oneOf ?? [schema];
  const shown = parts.flatMap((part) => {
    const flat = flatten(document, part);
    return kindOf(flat) === "choice" ? variants(document, flat) : [variant(part, flat)];
  });
  const values = shown.filter(({ kind }) => kind !== "null").sort((a, b) => rank(a) - rank(b));
  const hasNull = isNullable(schema) || shown.some(({ kind, schema: flat }) => kind === "null" || isNullable(flat));
  return hasNull ? [...values, { label: "null", kind: "null", schema: NULL }] : values;
}

function variant(part, schema) {
  const kind = isConstant(schema) ? "constant" : kindOf(schema);
  return { label: label(part, schema, kind), kind, schema };
}

/** Whether the schema allows one value only. */
export function isConstant(schema) {
  return schema.enum !== undefined && enumValues(schema).length === 1;
}

function rank({ kind }) {
  return kind === "constant" ? 0 : kind === "object" || kind === "map" || kind === "array" || kind === "any" ? 2 : 1;
}

function label(part, schema, kind) {
  const name = schema.title ?? part.$ref?.split("/").pop();
  if (name) {
    return words(name);
  }
  if (kind === "constant") {
    return String(enumValues(schema)[0]);
  }
  return kind === "enum" ? enumValues(schema).slice(0, 3).join(", ") : KIND_NAMES[kind];
}

/** "NestedRequest" as "Nested request" */
function words(name) {
  const text = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return text[0].toUpperCase() + text.slice(1);
}

/**
 * Which variant a value is of: the one that fits best, the preferred one if it fits as well as that.
 *
 * @return the index; -1 for a value that is undefined
 */
export function variantOf(document, list, value, preferred = 0) {
  if (value === undefined) {
    return -1;
  }
  const scores = list.map(({ schema }) => mismatches(document, schema, value));
  const best = Math.min(...scores);
  return scores[preferred] === best ? preferred : scores.indexOf(best);
}

/** How badly a value fits a schema: 0 if it fits. What is only missing counts least. */
export function mismatches(document, schema, value) {
  const flat = flatten(document, schema);
  const kind = kindOf(flat);
  if (value === null) {
    return isNullable(flat) || kind === "any" ? 0 : 100;
  }
  switch (kind) {
    case "never":
      return 100;
    case "choice":
      return Math.min(...variants(document, flat).map((each) => mismatches(document, each.schema, value)));
    case "enum":
      return flat.enum.includes(value) ? 0 : 10;
    case "string":
      return typeof value === "string" ? 0 : 100;
    case "file":
      return value instanceof Blob ? 0 : 100;
    case "boolean":
      return typeof value === "boolean" ? 0 : 100;
    case "integer":
      return Number.isInteger(value) ? 0 : typeof value === "number" ? 50 : 100;
    case "number":
      return typeof value === "number" ? 0 : 100;
    case "files":
    case "array":
      return Array.isArray(value) ? sum(value.map((item) => mismatches(document, flat.items, item))) : 100;
    case "any":
      return 0;
    default:
      return isPlainObject(value) ? objectMismatches(document, flat, value) : 100;
  }
}

function objectMismatches(document, flat, value) {
  const missing = (flat.required ?? []).filter((name) => value[name] === undefined).length;
  const fields = new Map(fieldsOf(document, flat).map((field) => [field.name, field]));
  const others = otherFields(flat);
  const wrong = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => {
      const schema = fields.get(name)?.schema ?? others;
      return schema === undefined ? 10 : Math.min(10, mismatches(document, schema, item));
    });
  return missing + sum(wrong);
}

export function isPlainObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
