/** JSON as lines, so that deep nesting needs no nested elements. */

import { write } from "../exchange/exact-json.js";
import { pathOf } from "./json-path.js";

/**
 * The lines of an indented document: `depth`, `name` (undefined in arrays), `text` of the value or the bracket, `comma`,
 * and the `path` of a line that begins a value. `isLeaf` is true for a value without lines of its own.
 */
export function linesOf(document) {
  const lines = [];
  add(lines, document, { depth: 0, steps: [], comma: "" });
  return lines;
}

function add(lines, value, { depth, steps, name, comma }) {
  const path = pathOf(steps);
  const entries = entriesOf(value);
  if (entries.length === 0) {
    lines.push({ depth, name, path, text: write(value), comma, isLeaf: true });
    return;
  }
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  lines.push({ depth, name, path, text: open, comma: "", isLeaf: false });
  entries.forEach(([key, child], index) => {
    add(lines, child, {
      depth: depth + 1,
      steps: [...steps, key],
      name: typeof key === "string" ? key : undefined,
      comma: index < entries.length - 1 ? "," : "",
    });
  });
  lines.push({ depth, text: close, comma, isLeaf: false });
}

function entriesOf(value) {
  if (Array.isArray(value)) {
    return value.map((child, index) => [index, child]);
  }
  return value !== null && Object.getPrototypeOf(value) === Object.prototype ? Object.entries(value) : [];
}
