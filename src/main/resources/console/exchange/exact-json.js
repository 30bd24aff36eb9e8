/** JSON whose numbers stay as they were sent: 1.0 is not 1, and a long seed is not rounded. */

/** Reads JSON. Browsers that cannot keep the text of a number read the number. */
export function parseExactly(text) {
  return JSON.parse(text, (name, value, context) => {
    const isChanged = typeof value === "number" && context?.source !== undefined && String(value) !== context.source;
    return isChanged && JSON.rawJSON ? JSON.rawJSON(context.source) : value;
  });
}
