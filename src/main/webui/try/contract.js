/** What a contract says about its operations. */

import { resolve } from "../forms/schema.js";

const METHODS = ["get", "put", "post", "patch", "delete", "head", "options"];

/**
 * The operations of a contract: `id`, `method`, `path`, `summary`, `description`, `tag`, `parameters`, `bodies` and
 * `scheme`, the security scheme (undefined if the operation needs no key).
 */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => operation(document, path, method, item)),
  );
}

function operation(document, path, method, item) {
  const { operationId, summary, description, tags = [], parameters = [], requestBody, security = document.security } = item[method];
  const [scheme] = Object.keys(security?.[0] ?? {});
  return {
    id: operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: summary ?? `${method.toUpperCase()} ${path}`,
    description,
    tag: tags[0] ?? "Other",
    parameters: [...(item.parameters ?? []), ...parameters]
      .map((parameter) => resolve(document, parameter))
      .filter(({ in: place }) => place === "path" || place === "query"),
    bodies: bodiesOf(resolve(document, requestBody)),
    scheme: scheme && document.components.securitySchemes[scheme],
  };
}

/** For each content type: `type`, `schema` and `examples`, with `name`, `summary` and `value`. */
function bodiesOf({ content = {} }) {
  return Object.entries(content).map(([type, { schema, examples = {}, example }]) => ({
    type,
    schema,
    examples: [
      ...Object.entries(examples).map(([name, { summary = name, value }]) => ({ name, summary, value })),
      ...(example === undefined ? [] : [{ name: "example", summary: "Example", value: example }]),
    ],
  }));
}

/** The operation that creates an image: the first one with a body. */
export function defaultOperation(operations) {
  return operations.find(({ bodies }) => bodies.length > 0) ?? operations[0];
}

/** The path and query parameters of an operation as the schema of an object. */
export function parameterSchema({ parameters }) {
  const properties = parameters.map(({ name, schema = {}, description, example = schema.example }) => [
    name,
    { ...schema, ...(description && { description }), ...(example !== undefined && { example }) },
  ]);
  return {
    type: "object",
    additionalProperties: false,
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(properties),
  };
}

/**
 * The operation that polls what a response is about, and its `parameters`; undefined if there is none. Such an
 * operation needs one parameter, an id, which the response has with the same name or as `id`.
 */
export function pollOf(operations, response) {
  for (const operation of operations.filter(({ method }) => method === "GET")) {
    const required = operation.parameters.filter((parameter) => parameter.required);
    if (required.length === 1 && /id$/i.test(required[0].name)) {
      const id = valueOf(response, required[0].name) ?? (typeof response?.id === "string" ? response.id : undefined);
      if (id !== undefined) {
        return { operation, parameters: { [required[0].name]: id }, id };
      }
    }
  }
  return undefined;
}

/** The first text with a name, however deep in objects. */
function valueOf(value, name) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return undefined;
  }
  if (typeof value[name] === "string") {
    return value[name];
  }
  return Object.values(value).map((inner) => valueOf(inner, name)).find((found) => found !== undefined);
}
