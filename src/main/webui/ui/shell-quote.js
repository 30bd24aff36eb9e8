/** Quoting of texts for a shell. No shell takes a part of a text for a command, neither bash, zsh and dash nor fish. */

const PLAIN = /^[A-Za-z0-9_\-./:=@%+,]+$/;

/** Characters that a terminal could obey, or that could make a command look different from what it is. */
const DANGEROUS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/**
 * One word of a command, whatever the text contains. In fish, a backslash has a meaning inside of quotes, so it stands
 * outside. A text with control characters is written as $'…', which bash, zsh and ksh know, with its bytes in hexadecimal,
 * so that pasting it sends no control character to the terminal. In other shells it is another text, but still one word.
 */
export function quote(text) {
  if (PLAIN.test(text)) {
    return text;
  }
  return DANGEROUS.test(text) ? `$'${[...text].map(escaped).join("")}'` : `'${text.replace(/['\\]/g, "'\\$&'")}'`;
}

/** A word that ends with $NAME, which the shell replaces; `before` is the text before it. */
export function withVariable(before, name) {
  return `"${before.replace(/["\\$`]/g, "\\$&")}$${name}"`;
}

function escaped(character) {
  if (character === "\n") {
    return "\\n";
  }
  return DANGEROUS.test(character) || character === "'" || character === "\\" ? bytes(character) : character;
}

function bytes(character) {
  return [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
