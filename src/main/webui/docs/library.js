/** The documents of this server: the pages of the cookbook, and the fidelity tables. */

import { marked } from "../lib/marked.js";
import { loadOnce, send } from "../api/control.js";
import { headingIds, plain } from "./plain.js";

/** The table of the index has a link and a description in each row. */
const PAGE = /^([\w-]+)\.md$/;

const parsed = new Map();

/**
 * Reads a document.
 *
 * @param id the name of a page, such as "storm", or "fidelity/" and the name of a dialect
 * @return its `id`, `title`, `tokens`, and `ids` (the ids of headings by their tokens)
 */
export function read(id) {
  if (!parsed.has(id)) {
    const document = parse(id);
    document.catch(() => parsed.delete(id));
    parsed.set(id, document);
  }
  return parsed.get(id);
}

async function parse(id) {
  const response = await send("GET", pathOf(id));
  const tokens = marked.lexer(await response.text());
  const heading = tokens.find(({ type }) => type === "heading");
  return { id, title: heading ? plain(heading.tokens).trim() : id, tokens, ids: headingIds(tokens) };
}

function pathOf(id) {
  if (id === "index") {
    return "docs";
  }
  const [area, name] = id.startsWith("fidelity/") ? id.split("/") : ["docs", id];
  return `${area}/${encodeURIComponent(name)}.md`;
}

/** The `pages` with their `id`, `name` and `about`, and the fidelity `tables` with their `id` and `name`. */
export async function contents() {
  const [index, { tokens }] = await Promise.all([loadOnce(""), read("index")]);
  const rows = tokens.filter(({ type }) => type === "table").flatMap((table) => table.rows);
  const pages = rows.flatMap(([name, about]) => {
    const [, id] = PAGE.exec(plain(name.tokens)) ?? [];
    return id ? [{ id, name: id.replaceAll("-", " "), about: about ? plain(about.tokens) : "" }] : [];
  });
  return {
    pages: [{ id: "index", name: "start", about: "An overview of the docs." }, ...pages],
    tables: index.dialects.map(({ name }) => ({ id: `fidelity/${name}`, name })),
  };
}

/** Reads all documents. */
export async function readAll() {
  const { pages, tables } = await contents();
  return Promise.all([...pages, ...tables].map(({ id }) => read(id)));
}
