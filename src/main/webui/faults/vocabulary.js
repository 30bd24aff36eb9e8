/** What the server knows about rules: the schemas of its contract, and the names of faults, operations and error codes. */

import { loadOnce } from "../api/control.js";

/** @return the contract of the control API as `contract`, and the vocabulary as `faults` and `dialects` */
export async function loadVocabulary() {
  const [contract, { faults, dialects }] = await Promise.all([loadOnce("contract/control.json"), loadOnce("vocabulary")]);
  return { contract, faults, dialects };
}

/** The key of a fault: several faults may have the same name. */
export function keyOf({ target, name }) {
  return `${target}.${name}`;
}

export function operations({ contract }) {
  return contract.components.schemas.When.properties.operation.enum;
}

/** The faults that a rule about the operation can have; all faults without an operation. */
export function faultsOf({ faults }, operation) {
  return operation ? faults.filter((fault) => fault.operations.includes(operation)) : faults;
}

/** The fault that a rule with this operation means by the name: the operation's own one before the one of requests. */
export function faultNamed(vocabulary, name, operation) {
  return faultsOf(vocabulary, operation).findLast((fault) => fault.name === name);
}

/** Whether the name alone does not say which fault is meant, so that a rule needs an operation. */
export function isAmbiguous({ faults }, { name }) {
  return faults.filter((fault) => fault.name === name).length > 1;
}

export function descriptionOf({ contract }, fault) {
  return contract.components.schemas.Then.properties[fault.name].description;
}

/** The schema of an object with the components of the fault. */
export function componentSchema({ contract }, fault) {
  const schema = contract.components.schemas.Then.properties[fault.name];
  const object = (schema.anyOf ?? [schema]).find((variant) => variant.properties) ?? { properties: {} };
  const properties = fault.components
    .filter((name) => name in object.properties)
    .map((name) => [name, isCode(name) ? { ...object.properties[name], anyOf: undefined, type: "string" } : object.properties[name]]);
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) };
}

/** Error codes may be numbers, which can also be written as texts. */
function isCode(name) {
  return name === "code";
}

/** The conditions that most rules need. */
const COMMON = ["dialect", "probability", "times"];

/** Two schemas of conditions: the common ones, and the others. */
export function conditionSchemas({ contract, dialects }) {
  const { operation, ...properties } = contract.components.schemas.When.properties;
  const names = { ...properties.dialect, enum: dialects.map(({ name }) => name) };
  const part = (isIncluded) => ({
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries({ ...properties, dialect: names }).filter(([name]) => isIncluded(name))),
  });
  return [part((name) => COMMON.includes(name)), part((name) => !COMMON.includes(name))];
}

/** The error codes of a dialect; without one, those that all dialects share. */
export function errorCodes({ dialects }, dialect) {
  if (dialect) {
    return dialects.find(({ name }) => name === dialect)?.error_codes ?? [];
  }
  const [first, ...rest] = dialects.map((each) => each.error_codes);
  return first.filter((code) => rest.every((codes) => codes.includes(code)));
}
