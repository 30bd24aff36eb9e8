/** JSON whose numbers stay as they were sent: 1.0 is not 1, and a long seed is not rounded. */

/** A string with this prefix stands for a number. It is random, so no client can send it. */
const PREFIX = `${crypto.getRandomValues(new Uint32Array(4)).join("-")}:`;

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const PREFIXED = new RegExp(`"${PREFIX}([^"]*)"`, "g");
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu;

/** A number that JavaScript would change. */
class ExactNumber {
  constructor(text) {
    this.text = text;
  }

  toJSON() {
    return PREFIX + this.text;
  }
}

/** Reads JSON. A number that JavaScript would change is an {@link ExactNumber}. */
export function parse(text) {
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${PREFIX}${token}"`,
  );
  return JSON.parse(marked, (name, value) =>
    typeof value === "string" && value.startsWith(PREFIX) ? new ExactNumber(value.slice(PREFIX.length)) : value,
  );
}

/** Writes JSON. It escapes characters that cannot be seen, so that the text is what it looks like. */
export function write(value, indent) {
  return JSON.stringify(value, null, indent).replace(PREFIXED, "$1").replace(INVISIBLE, escaped);
}

function escaped(character) {
  const units = character.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  return units.map((unit) => `\\u${unit}`).join("");
}
