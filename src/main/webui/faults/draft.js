/** A rule while the user edits it. */

import { shortDuration } from "../ui/durations.js";
import { prune } from "../forms/values.js";
import { faultNamed, isAmbiguous, keyOf } from "./vocabulary.js";

/** Texts that are no durations, even if they look like one. */
const TEXTS = new Set(["prompt", "model", "body", "headers", "code", "type"]);

const ISO = /^PT[\d.HMS]+$/;

/** @return `name`, `operation`, `fault` (of the vocabulary), `components`, and the other conditions as `when` */
export function newDraft(vocabulary) {
  return { name: "", operation: "create", fault: faultNamed(vocabulary, "error", "create"), components: {}, when: {} };
}

/** The draft of a rule as the control API has it. */
export function draftOf(vocabulary, { name, when: { operation, ...when } = {}, then }) {
  const [[faultName, value]] = Object.entries(then);
  const fault = faultNamed(vocabulary, faultName, operation);
  const components = value === true ? {} : typeof value === "object" ? value : { [fault.main]: value };
  return { name, operation, fault, components: readable(components), when: readable(when) };
}

/** The rule that a draft means. */
export function ruleOf({ name, operation, fault, components, when }) {
  const conditions = prune({ operation, ...when });
  const parts = prune(components);
  return {
    ...(name !== "" && { name }),
    ...(Object.keys(conditions).length > 0 && { when: conditions }),
    then: { [fault.name]: Object.keys(parts).length > 0 ? parts : true },
  };
}

/** The draft with another operation. If its fault is not one of the operation's, it gets the first that is. */
export function withOperation(vocabulary, draft, operation, faults) {
  if (operation === undefined) {
    return isAmbiguous(vocabulary, draft.fault) ? draft : { ...draft, operation };
  }
  const fault = faultNamed(vocabulary, draft.fault.name, operation) ?? faults[0];
  return { ...draft, operation, ...(keyOf(fault) !== keyOf(draft.fault) && { fault, components: {} }) };
}

/** The draft with another fault. The name of a fault can be ambiguous without an operation. */
export function withFault(vocabulary, draft, fault) {
  const operation = draft.operation ?? (isAmbiguous(vocabulary, fault) ? fault.operations[0] : undefined);
  return { ...draft, fault, operation, components: {} };
}

/** The value with durations in their shortest form. */
export function readable(value, name) {
  if (TEXTS.has(name)) {
    return value;
  }
  if (typeof value === "string") {
    return ISO.test(value) ? shortDuration(value) : value;
  }
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, readable(inner, member)]))
    : value;
}
