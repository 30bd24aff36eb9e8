/** The state of the page: a vendor, an operation and what the request has. */

import { initial } from "../forms/values.js";
import { defaultOperation, operationsOf } from "./contract.js";

/** What the form starts with for an operation. `revision` changes when the form is filled in again. */
export function startOf(document, operation, { parameters = {}, bodyIndex = 0 } = {}) {
  const body = operation.bodies[bodyIndex];
  const example = body && startExample(body);
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

/** The example of a body that says all that is needed for an image from a text: its model is one for that, if there is such an example. */
function startExample({ examples }) {
  return examples.find(({ value }) => typeof value?.model === "string" && !value.model.includes("image-to-image")) ?? examples[0];
}

/** The start for an operation's id; for another id, that of the operation that creates an image. */
export function startFor(document, id) {
  const operations = operationsOf(document);
  return startOf(document, operations.find((operation) => operation.id === id) ?? defaultOperation(operations));
}
