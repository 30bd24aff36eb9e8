/** The texts of fields and the values that they mean. */

import { parsed } from "../ui/json.js";

const MAX_PATTERN = 40;
const WELL_FORMED = "^[^\\u0000]*$";

/** A value as the text of a field. */
export function shown(value) {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}

/** The number that a text means. Another text is kept as it is, so that users can send what the schema forbids. */
export function numberOf(text) {
  const trimmed = text.trim();
  if (trimmed === "") {
    return undefined;
  }
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text;
}

/** The JSON that a text means, or the text if it is none. */
export function anyOf(text) {
  if (text.trim() === "") {
    return undefined;
  }
  const json = parsed(text);
  return json === undefined ? text : json;
}

/** Any JSON as a text from which anyOf() makes the same value. */
export function shownAny(value) {
  if (value === undefined) {
    return "";
  }
  return typeof value === "string" && anyOf(value) === value ? value : JSON.stringify(value, null, 2);
}

/** What a field takes, in words: "1 to 10", "at most 32,000 characters". Empty if the schema says nothing. */
export function limits({ minimum, maximum, maxLength, pattern, format, maxItems }, number = String) {
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${number(minimum)} to ${number(maximum)}`
      : minimum !== undefined
        ? `at least ${number(minimum)}`
        : maximum !== undefined && `at most ${number(maximum)}`;
  return [
    range,
    maxLength !== undefined && `at most ${number(maxLength)} characters`,
    maxItems !== undefined && `at most ${number(maxItems)}`,
    format !== undefined && format !== "binary" && `format ${format}`,
    pattern !== undefined && pattern !== WELL_FORMED && pattern.length <= MAX_PATTERN && `pattern ${pattern}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The first sentence of a description, and the rest. */
export function sentences(description = "") {
  const text = description.replace(/\s+/g, " ").trim();
  const end = text.length <= 110 ? -1 : text.search(/[.;] /);
  return end < 0 ? [text, ""] : [text.slice(0, end + 1), text.slice(end + 2)];
}
