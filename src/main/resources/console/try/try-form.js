/** The state of the page: a vendor, an operation and what the request has. */

import { initial } from "../forms/values.js";
import { defaultOperation, operationsOf } from "./contract.js";

/** What the form starts with for an operation. `revision` changes when the form is filled in again. */
export function startOf(document, operation, { parameters = {}, bodyIndex = 0 } = {}) {
  const body = operation.bodies[bodyIndex];
  const example = body?.examples[0];
  return {
    operation,
    parameters,
    body,
    example: example?.name,
    value: example?.value ?? (body && initial(document, body.schema)),
    raw: undefined,
    revision: crypto.randomUUID(),
  };
}

/** The start for an operation's id; for another id, that of the operation that creates an image. */
export function startFor(document, id) {
  const operations = operationsOf(document);
  return startOf(document, operations.find((operation) => operation.id === id) ?? defaultOperation(operations));
}
