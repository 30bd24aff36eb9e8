/** JSON whose numbers stay as they were sent: 1.0 is not 1, and a long seed is not rounded. */

/** A string with this beginning stands for a number. No client knows it. */
const MARK = `${crypto.getRandomValues(new Uint32Array(4)).join("-")}:`;

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED = new RegExp(`"${MARK}([^"]*)"`, "g");
const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu;

/** A number that JavaScript would change. */
class ExactNumber {
  constructor(text) {
    this.text = text;
  }

  toJSON() {
    return MARK + this.text;
  }
}

/** Reads JSON. A number that JavaScript would change is an {@link ExactNumber}. */
export function parse(text) {
  const marked = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${MARK}${token}"`,
  );
  return JSON.parse(marked, (name, value) =>
    typeof value === "string" && value.startsWith(MARK) ? new ExactNumber(value.slice(MARK.length)) : value,
  );
}

/** Writes JSON. It escapes characters that cannot be seen, so that the text is what it looks like. */
export function write(value, indent) {
  return JSON.stringify(value, null, indent).replace(MARKED, "$1").replace(INVISIBLE, escaped);
}

function escaped(character) {
  const units = character.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  return units.map((unit) => `\\u${unit}`).join("");
}
