import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../main/webui/", import.meta.url));
const CLASS = /\.([a-z][\w-]*)/g;

/** The folder with the style sheets of all pages. */
const SHARED = "style";

const files = readdirSync(FOLDER, { recursive: true });
const source = (name) => readFileSync(join(FOLDER, name), "utf8");
const sheets = files.filter((name) => name.endsWith(".css"));

/** The selectors of a style sheet. */
function selectors(sheet) {
  const rules = source(sheet).replace(/\/\*.*?\*\//gs, "").matchAll(/([^{};]+)\{/g);
  return [...rules].flatMap(([, list]) => list.split(",")).map((selector) => selector.trim()).filter((selector) => !selector.startsWith("@"));
}

test("Each class of a style sheet is used", () => {
  const code = files.filter((name) => name.endsWith(".js") && !name.startsWith("lib")).map(source).join("\n");
  const isUsed = (name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code);
  const unused = sheets.flatMap((sheet) => [...new Set(selectors(sheet).flatMap((selector) => [...selector.matchAll(CLASS)].map(([, name]) => name)))]
    .filter((name) => !isUsed(name))
    .map((name) => `${sheet}: ${name}`));
  assert.deepEqual(unused, []);
});

test("The style sheets of two pages style no class of the same name", () => {
  const owners = new Map();
  for (const sheet of sheets.filter((name) => dirname(name) !== SHARED)) {
    for (const [, name] of selectors(sheet).flatMap((selector) => [...selector.matchAll(/^\.([a-z][\w-]*)/g)])) {
      owners.set(name, new Set([...(owners.get(name) ?? []), sheet]));
    }
  }
  assert.deepEqual([...owners].filter(([, found]) => found.size > 1).map(([name, found]) => `${name}: ${[...found].join(", ")}`), []);
});
