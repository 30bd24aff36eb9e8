/** Texts of inputs and values of the control API. */

/** The number that a text contains; null for an empty text; a text that the server refuses stays as it is. */
export function numeric(text) {
  const trimmed = text.trim();
  if (trimmed === "") {
    return null;
  }
  return Number.isFinite(Number(trimmed)) ? Number(trimmed) : text;
}

/** The text of a number that may be null. */
export function textOf(value) {
  return value === null || value === undefined ? "" : String(value);
}

/** The lines of a text without empty ones. */
export function lines(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
