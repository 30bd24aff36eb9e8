/** The search in the documents. Each section of a page and each rule of a fidelity table is an entry. */

import { hasWords, wordsOf } from "../ui/words.js";
import { plain, plainRow } from "./plain.js";

const MAX_RESULTS = 60;
const BEFORE = 60;
const AFTER = 140;

/** The entries of a document: `title`, `heading`, `text`, and where it is: `id`, and `at` or `rule`. */
export function entriesOf({ id, title, tokens, ids }) {
  const entries = [];
  let section = { id, title, heading: title, text: "" };
  for (const token of tokens) {
    if (token.type === "heading") {
      section = { id, title, heading: plain(token.tokens).trim(), at: ids.get(token), text: "" };
      entries.push(section);
    } else if (token.type === "table" && id.startsWith("fidelity/")) {
      entries.push(...token.rows.map((row) => ({ id, title, heading: plain(row[0].tokens), rule: true, text: plainRow(row.slice(1)) })));
    } else {
      section.text += plain([token]);
    }
  }
  return entries.map((entry) => ({ ...entry, lower: `${entry.heading}\n${entry.text}`.toLowerCase() }));
}

/**
 * The entries that have all words. Pages come before rules, then those with all words in the heading, then those with
 * the most matches.
 *
 * @return `total`, and `results`: the entries with their `excerpt`
 */
export function find(entries, query) {
  const words = wordsOf(query);
  const found = words.length === 0 ? [] : entries.filter(({ lower }) => hasWords(lower, words));
  const rank = ({ heading, rule }) => (rule ? 2 : 0) + (hasWords(heading.toLowerCase(), words) ? 0 : 1);
  const results = found
    .map((entry) => ({ entry, rank: rank(entry), matches: matches(entry.lower, words) }))
    .sort((a, b) => a.rank - b.rank || b.matches - a.matches)
    .slice(0, MAX_RESULTS)
    .map(({ entry }) => ({ ...entry, excerpt: excerpt(entry.text, words) }));
  return { total: found.length, results };
}

function matches(text, words) {
  return words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
}

/** The text around the first match. */
function excerpt(text, words) {
  const flat = text.replace(/\s+/g, " ").trim();
  const positions = words.map((word) => flat.toLowerCase().indexOf(word)).filter((position) => position >= 0);
  const first = Math.max(0, Math.min(...positions, flat.length) - BEFORE);
  const start = positions.length > 0 ? first : 0;
  const end = start + BEFORE + AFTER;
  return `${start > 0 ? "…" : ""}${flat.slice(start, end)}${end < flat.length ? "…" : ""}`;
}

/** A text in parts, of which every second one is a match. */
export function parts(text, words) {
  if (words.length === 0) {
    return [text];
  }
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return text.split(new RegExp(`(${pattern})`, "gi"));
}
