import assert from "node:assert/strict";
import { test } from "node:test";
import { headingIds } from "../../main/webui/docs/plain.js";
import { entriesOf, find, parts } from "../../main/webui/docs/search.js";
import { withAddress } from "../../main/webui/docs/server-address.js";

test("Commands name the address of the page", () => {
  const text = "curl http://localhost:8080/v1; --proxy-server=localhost:8080; https://localhost:8443/v1; -p 8080:8080; http://localhost:80801";
  assert.equal(
    withAddress(text, "http://127.0.0.1:9090"),
    "curl http://127.0.0.1:9090/v1; --proxy-server=127.0.0.1:9090; https://localhost:8443/v1; -p 8080:8080; http://localhost:80801",
  );
  assert.equal(
    withAddress(text, "https://darkroom.test:8443"),
    "curl https://darkroom.test:8443/v1; --proxy-server=darkroom.test:8443; https://darkroom.test:8443/v1; -p 8080:8080; http://localhost:80801",
  );
  assert.equal(withAddress(text, "http://localhost:8080"), text);
});

const text = (content) => ({ type: "text", text: content });
const heading = (content) => ({ type: "heading", depth: 2, tokens: [text(content)] });

test("Headings with the same text have different ids", () => {
  const tokens = [heading("The times!"), heading("The times"), heading("Über `x`")];
  assert.deepEqual([...headingIds(tokens).values()], ["doc-the-times", "doc-the-times-2", "doc-über-x"]);
});

test("The search finds sections and rules, those with a match in the heading first", () => {
  const tokens = [heading("Waiting"), { type: "paragraph", tokens: [text(`${"x ".repeat(100)}Send Retry-After here`)] }, heading("Retry-After"), { type: "code", text: "a" }];
  const page = { id: "back-off", title: "Back off", tokens, ids: headingIds(tokens) };
  const row = [{ tokens: [text("errors: Retry-After has seconds")] }, { tokens: [text("documented")] }];
  const rules = { id: "fidelity/openai", title: "OpenAI", tokens: [{ type: "table", header: [], rows: [row] }], ids: new Map() };
  const { total, results } = find([page, rules].flatMap(entriesOf), "retry-after");
  assert.equal(total, 3);
  assert.deepEqual(results.map(({ id, at, rule }) => [id, at, rule]), [
    ["back-off", "doc-retry-after", undefined],
    ["back-off", "doc-waiting", undefined],
    ["fidelity/openai", undefined, true],
  ]);
  assert.match(results[1].excerpt, /^….*Send Retry-After here$/);
  assert.equal(find([page].flatMap(entriesOf), " ").total, 0);
  assert.deepEqual(parts("A (b) c", ["(b"]), ["A ", "(b", ") c"]);
});
