/**
 * A verification as the user edits it. A condition has
 * - `id`: its key in lists,
 * - `field`: the field of `match`,
 * - `name`: the name of a header, or the path in a body,
 * - `mode`: how the value is compared, one of {@link modesOf},
 * - `value`: the text in the form; for "equals" of a body it is JSON.
 */

import { parse, write } from "../exchange/exact-json.js";

/** The fields of `match` with their titles. */
export const FIELDS = {
  operation: "Operation",
  method: "Method",
  path: "Path",
  status: "Status",
  task_id: "Task",
  fault: "Fault",
  headers: "Header",
  json: "Request body",
  answer: "Response body",
};

export const OPERATIONS = ["create", "poll", "credits", "file"];

const BODY_MODES = [["equals", "equals"], ["matches", "matches"], ["exists", "exists"], ["absent", "does not exist"]];
const FAULT_MODES = [["is", "is"], ["none", "none"]];
const WITHOUT_VALUE = ["exists", "absent", "none"];

export function isBody(field) {
  return field === "json" || field === "answer";
}

export function hasName(field) {
  return field === "headers" || isBody(field);
}

/** Pairs of a mode and its title; the first one is the default. */
export function modesOf(field) {
  return isBody(field) ? BODY_MODES : field === "fault" ? FAULT_MODES : [["is", "is"]];
}

export function hasValue({ mode }) {
  return !WITHOUT_VALUE.includes(mode);
}

/** Whether two conditions are about the same part of an exchange. */
export function isSamePart(a, b) {
  return a.field === b.field && (a.name ?? "") === (b.name ?? "");
}

/** Whether two conditions say the same. */
export function isSame(a, b) {
  return isSamePart(a, b) && a.mode === b.mode && (!hasValue(a) || a.value === b.value);
}

/** The same condition with another mode. A JSON text becomes a regular expression for this text, and back. */
export function withMode(condition, mode) {
  const { value } = condition;
  if (mode === "matches" && condition.mode === "equals") {
    return { ...condition, mode, value: regexOf(value) };
  }
  return mode === "equals" && condition.mode === "matches" ? { ...condition, mode, value: write(value) } : { ...condition, mode };
}

function regexOf(json) {
  const value = parsed(json);
  return (typeof value === "string" ? value : json).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Why a condition cannot be sent; undefined if it can. The server checks the rest. */
export function problemOf({ field, name, mode, value }) {
  if (hasName(field) && !name) {
    return isBody(field) ? "Give the path of a field." : "Give the name of a header.";
  }
  if (!hasValue({ mode })) {
    return undefined;
  }
  if (mode === "equals") {
    return equalsProblem(value);
  }
  return value === "" && field !== "headers" && mode !== "matches" ? "Give a value." : undefined;
}

function equalsProblem(json) {
  const value = parsed(json);
  if (value === undefined) {
    return 'Give a value in JSON, such as "16:9", 2 or true.';
  }
  const names = value !== null && typeof value === "object" ? Object.keys(value) : [];
  return names.length === 1 && ["matches", "exists"].includes(names[0])
    ? "The control API reads such an object as a condition of its own."
    : undefined;
}

function parsed(json) {
  try {
    return parse(json);
  } catch {
    return undefined;
  }
}

/** The body of POST /journal/verify. Invalid conditions are left out. */
export function requestOf({ conditions, times, within }) {
  const valid = conditions.filter((condition) => problemOf(condition) === undefined);
  const match = Object.fromEntries(
    Object.keys(FIELDS)
      .map((field) => [field, valid.filter((condition) => condition.field === field)])
      .filter(([, found]) => found.length > 0)
      .map(([field, found]) => [field, hasName(field) ? named(found) : valueOf(found.at(-1))]),
  );
  return { match, ...(times && { times }), ...(within.trim() && { within: within.trim() }) };
}

/** fromEntries keeps a field with a name such as __proto__ as it is. */
function named(conditions) {
  return Object.fromEntries(conditions.map((condition) => [condition.name, valueOf(condition)]));
}

function valueOf({ field, mode, value }) {
  switch (mode) {
    case "equals":
      return parse(value);
    case "matches":
      return { matches: value };
    case "exists":
      return { exists: true };
    case "absent":
      return { exists: false };
    case "none":
      return null;
    default:
      return field === "status" && /^\d+$/.test(value) ? Number(value) : value;
  }
}

/** The field `times` of the request. "At least 1" is the default, so it is left out. */
export function timesOf({ kind, count, max }) {
  switch (kind) {
    case "exactly":
      return { exactly: count };
    case "at_most":
      return { at_most: count };
    case "between":
      return { at_least: count, at_most: max };
    default:
      return count === 1 ? undefined : { at_least: count };
  }
}
