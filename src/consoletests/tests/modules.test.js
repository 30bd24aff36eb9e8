import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../main/webui/", import.meta.url));
const TESTS = fileURLToPath(new URL("./", import.meta.url));
const IMPORT = /^(?:import|export) \{([^}]*)\} from "(\.[^"]+)";/gms;
const NAMESPACE = /^import \* as \w+ from "(\.[^"]+)";/gm;
const DECLARATION = /^export (?:async )?(?:function\*?|class|const|let) (\w+)/gm;

/** The libraries, which Maven puts there. */
const LIBRARIES = "lib";

const modules = readdirSync(FOLDER, { recursive: true }).filter((name) => name.endsWith(".js") && !name.startsWith(LIBRARIES));
const source = (name) => readFileSync(join(FOLDER, name), "utf8");
const names = (list) => list.split(",").map((name) => name.trim()).filter(Boolean);

/** The names that a module exports itself or passes on. */
function exported(name) {
  const text = source(name);
  const declared = [...text.matchAll(DECLARATION)].map(([, declaration]) => declaration);
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gms)].flatMap(([, list]) => names(list));
  return new Set([...declared, ...listed.map((entry) => entry.split(" as ").at(-1))]);
}

test("Each module exports what others import from it", () => {
  assert.ok(modules.length > 50);
  for (const name of modules) {
    for (const [, list, path] of source(name).matchAll(IMPORT)) {
      const target = normalize(join(name, "..", path));
      if (!target.startsWith(LIBRARIES)) {
        const missing = names(list).map((entry) => entry.split(" as ")[0]).filter((entry) => !exported(target).has(entry));
        assert.deepEqual(missing, [], `${name} imports from ${target}`);
      }
    }
  }
});

test("Each export is used by another module or a test", () => {
  const used = new Set(modules.flatMap((name) => [...source(name).matchAll(IMPORT)].flatMap(([, list, path]) =>
    names(list).map((entry) => `${normalize(join(name, "..", path))} ${entry.split(" as ")[0]}`))));
  const whole = new Set(modules.flatMap((name) => [...source(name).matchAll(NAMESPACE)].map(([, path]) => normalize(join(name, "..", path)))));
  const tests = readdirSync(TESTS).map((name) => readFileSync(join(TESTS, name), "utf8")).join("\n");
  const unused = modules.filter((name) => !whole.has(name)).flatMap((name) =>
    [...exported(name)].filter((entry) => !used.has(`${name} ${entry}`) && !new RegExp(`\\b${entry}\\b`).test(tests)).map((entry) => `${name}: ${entry}`));
  assert.deepEqual(unused, []);
});
