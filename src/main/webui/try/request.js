/** The request that a form describes. */

import { prune } from "../forms/values.js";
import { shown } from "../forms/scalar-text.js";

/**
 * @param base the address of the vendor's API at this server, such as "http://localhost:8080/getimg"
 * @param operation one of operationsOf()
 * @param parameters the values of the path and query parameters by name
 * @param body one of the operation's bodies; undefined for none
 * @param value of the body; with `raw`, the text of the body in its place
 * @return `operation` (its id), `method`, `url`, `credential` (the name and the beginning of the header with the key; undefined without a
 *     key), `headers` (pairs; those without the key), and `text` or `parts` if it has a body
 */
export function requestOf({ base, operation, parameters, body, value, raw, key }) {
  const credential = key === "" ? undefined : credentialOf(operation.scheme);
  const request = { operation: operation.id, method: operation.method, url: base + target(operation, parameters), credential, headers: [] };
  if (!body) {
    return request;
  }
  if (isForm(body)) {
    return { ...request, parts: partsOf(prune(value ?? {})) };
  }
  return { ...request, headers: [["Content-Type", body.type]], text: raw ?? JSON.stringify(prune(value ?? {}), null, 2) };
}

export function isForm({ type }) {
  return type === "multipart/form-data";
}

function credentialOf(scheme) {
  return scheme && (scheme.type === "apiKey" ? [scheme.name, ""] : ["Authorization", "Bearer "]);
}

function target({ path, parameters }, values) {
  const query = parameters.filter((parameter) => parameter.in === "query" && values[parameter.name] !== undefined);
  const filled = path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(shown(values[name])));
  const pairs = query.map(({ name }) => `${encodeURIComponent(name)}=${encodeURIComponent(shown(values[name]))}`);
  return filled + (pairs.length > 0 ? `?${pairs.join("&")}` : "");
}

/** The fields of a multipart form: pairs of a name and a text or file. A list has one field for each item. */
function partsOf(value) {
  return Object.entries(value).flatMap(([name, item]) =>
    [item].flat().map((each) => [name, each instanceof Blob ? each : shown(each)]),
  );
}
