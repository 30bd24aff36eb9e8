/** The text of tokens without markup, and the ids of headings. */

/** @param tokens of marked's lexer */
export function plain(tokens = []) {
  return tokens.map(plainToken).join("");
}

function plainToken(token) {
  switch (token.type) {
    case "list":
      return `${token.items.map(({ tokens }) => plain(tokens)).join("\n")}\n`;
    case "table":
      return `${[token.header, ...token.rows].map(plainRow).join("\n")}\n`;
    case "paragraph":
    case "heading":
      return `${plain(token.tokens)}\n`;
    case "code":
      return `${token.text}\n`;
    case "space":
    case "def":
      return "";
    default:
      return token.tokens ? plain(token.tokens) : (token.text ?? "");
  }
}

export function plainRow(cells) {
  return cells.map(({ tokens }) => plain(tokens)).join(" · ");
}

/** The ids of the headings of a document, by their tokens; no two are the same. */
export function headingIds(tokens) {
  const ids = new Map();
  const used = new Set();
  for (const token of tokens.filter(({ type }) => type === "heading")) {
    const slug = plain(token.tokens).toLowerCase().trim().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    let id = `doc-${slug}`;
    for (let number = 2; used.has(id); number++) {
      id = `doc-${slug}-${number}`;
    }
    used.add(id);
    ids.set(token, id);
  }
  return ids;
}
