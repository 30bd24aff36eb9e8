/** Reading of the JSON schemas in an OpenAPI 3.0 document, as far as forms need it. No function changes a schema. */

/** The object that a reference of the document means; anything else is returned as it is. */
export function resolve(document, schema) {
  let current = schema ?? {};
  for (let depth = 0; current.$ref !== undefined; depth++) {
    if (depth > 20 || !current.$ref.startsWith("#/")) {
      return {};
    }
    const names = current.$ref.slice(2).split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    current = names.reduce((parent, name) => parent?.[name], document) ?? {};
  }
  return current;
}

/** The schema without $ref and allOf: what its parts say is merged, and conditions between fields are left out. */
export function flatten(document, schema) {
  const { allOf = [], ...own } = resolve(document, schema);
  const merged = allOf.map((part) => flatten(document, part)).reduce(merge, own);
  const choice = merged.anyOf ?? merged.oneOf;
  if (choice && !choice.every((variant) => describesValues(document, variant))) {
    const { anyOf, oneOf, ...rest } = merged;
    return rest;
  }
  return merged;
}

/** Whether a variant is a value of its own. A variant such as {required: [size]} is a condition. */
function describesValues(document, variant) {
  const { type, properties, enum: values, anyOf, allOf, oneOf } = resolve(document, variant);
  if (type !== undefined || allOf !== undefined || (values !== undefined && properties === undefined)) {
    return true;
  }
  const inner = anyOf ?? oneOf;
  return inner !== undefined && inner.every((part) => describesValues(document, part));
}

function merge(first, second) {
  const properties = { ...first.properties };
  for (const [name, schema] of Object.entries(second.properties ?? {})) {
    properties[name] = name in properties ? { allOf: [properties[name], schema] } : schema;
  }
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  const both = first.enum && second.enum;
  return {
    ...second,
    ...first,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(both && { enum: first.enum.filter((value) => second.enum.includes(value)) }),
  };
}

/**
 * What kind of field a flattened schema needs: "never" (no value is allowed), "choice", "enum", "boolean", "integer",
 * "number", "string", "file", "files", "array", "pick" (exactly one of the properties), "object", "map" or "any" (any JSON).
 */
export function kindOf(schema) {
  const { type, not, enum: values, format, pattern, properties, additionalProperties, maxProperties, items } = schema;
  if ((not?.type !== undefined && (type === undefined || type === not.type)) || pattern === "^(?!)") {
    return "never";
  }
  if (schema.anyOf || schema.oneOf) {
    return "choice";
  }
  if (values) {
    return "enum";
  }
  if (type === "string") {
    return format === "binary" ? "file" : "string";
  }
  if (properties) {
    return maxProperties === 1 && Object.keys(properties).length > 1 ? "pick" : "object";
  }
  if (type === "object") {
    return additionalProperties === false ? "object" : "map";
  }
  return type === "array" && items?.format === "binary" ? "files" : (type ?? "any");
}

const SCALARS = new Set(["enum", "boolean", "integer", "number", "string", "file", "files"]);

export function isScalar(kind) {
  return SCALARS.has(kind);
}

export function isNullable(schema) {
  return schema.nullable === true || (schema.enum?.includes(null) ?? false);
}

/** The values of an enum without null. */
export function enumValues(schema) {
  return schema.enum.filter((value) => value !== null);
}

/** Whether a text of the schema can be long, such as a prompt. */
export function isLong({ maxLength = 0 }) {
  return maxLength >= 1000;
}

const ORDER = ["required scalar", "required", "scalar", "other"];

/**
 * The fields of an object: `name`, `schema` (flattened), `kind` and `isRequired`; required ones first, and texts and
 * numbers before lists and objects. Fields that cannot have a value are left out.
 */
export function fieldsOf(document, schema) {
  const required = new Set(schema.required ?? []);
  const rank = ({ isRequired, kind }) =>
    ORDER.indexOf(isRequired ? (isScalar(kind) ? "required scalar" : "required") : isScalar(kind) ? "scalar" : "other");
  return Object.entries(schema.properties ?? {})
    .map(([name, property]) => {
      const flat = flatten(document, property);
      return { name, schema: flat, kind: kindOf(flat), isRequired: required.has(name) };
    })
    .filter(({ kind }) => kind !== "never")
    .sort((a, b) => rank(a) - rank(b));
}

/** The schema of an object's fields that have no name in it; undefined if it has none. */
export function otherFields({ additionalProperties, properties }) {
  if (additionalProperties === undefined ? properties !== undefined : additionalProperties === false) {
    return undefined;
  }
  return typeof additionalProperties === "object" ? additionalProperties : {};
}
