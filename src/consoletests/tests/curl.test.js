import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";
import { bodyNote } from "../../main/webui/exchange/body-note.js";
import { curl } from "../../main/webui/exchange/curl.js";
import { parse } from "../../main/webui/exchange/exact-json.js";
import { quote, withVariable } from "../../main/webui/ui/shell-quote.js";

const ORIGIN = "http://localhost:8080";

const HOSTILE = [
  "plain",
  "",
  "it's",
  "'; touch /tmp/owned; '",
  '"$HOME" `id` $(id) \\ !! * ? ~ # & | < >',
  "two\nlines",
  "tab\tand return\r",
  "\u001b[201~rm -rf /\r",
  "\u009b31m",
  "\u202etxt.exe\u2066",
  "-X",
  "@/etc/passwd",
  "Ünïcödé 🌙 日本語",
  "back\\slash'and\u0007bell",
  "\\'; touch /tmp/owned; #",
  "\u200b'; touch /tmp/owned; #",
];

/** Shells besides bash, of which a machine has at least the first. */
const OTHER_SHELLS = ["sh", "zsh", "fish"].filter((shell) => spawnSync(shell, ["-c", "true"]).status === 0);

/** The words that a shell reads. */
function words(command, env = {}, shell = "bash") {
  const output = execFileSync(shell, ["-c", `printf '%s\\0' ${command}`], { env: { ...process.env, ...env } });
  return output.toString("utf8").split("\0").slice(0, -1);
}

function exchange(request) {
  return { request: { method: "GET", path: "/v1/credits", headers: {}, body_bytes: 0, body: null, ...request } };
}

function post(body, headers = { "content-type": "application/json" }) {
  return exchange({ method: "POST", path: "/v1/images/generations", headers, body_bytes: 10, body });
}

for (const text of HOSTILE) {
  test(`A shell reads ${JSON.stringify(text)} as it is`, () => {
    assert.deepEqual(words(quote(text)), [text]);
    assert.doesNotMatch(quote(text), /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });
}

for (const shell of OTHER_SHELLS) {
  test(`${shell} takes each text for one word, and no part of it for a command`, () => {
    for (const text of HOSTILE) {
      const read = words(quote(text), {}, shell);
      // Only some shells know $'…'; fish refuses the command.
      assert.ok(quote(text).startsWith("$'") ? read.length <= 1 : read.length === 1 && read[0] === text, text);
    }
  });
}

test("Only the variable is replaced in a word with a variable", () => {
  assert.deepEqual(words(withVariable("Bearer $HOME `id` \"\\ ", "DARKROOM_KEY"), { DARKROOM_KEY: "a 'b' $c" }), [
    "Bearer $HOME `id` \"\\ a 'b' $c",
  ]);
});

test("A GET request needs only its address", () => {
  assert.deepEqual(curl(exchange({}), { origin: ORIGIN }), { command: "curl http://localhost:8080/v1/credits", notes: [] });
});

test("The key is the value of a variable", () => {
  const { command, notes } = curl(exchange({ headers: { authorization: "...", "Api-Key": "..." } }), { origin: ORIGIN });
  const read = words(command, { DARKROOM_KEY: "secret" });
  assert.ok(read.includes("Authorization: Bearer secret"));
  assert.ok(read.includes("api-key: secret"));
  assert.deepEqual(notes, []);
});

test("A POST request has its headers and its body", () => {
  const { command, notes } = curl(post({ prompt: "it's" }, { "content-type": "application/json", "idempotency-key": "a'b", Accept: "*/*" }), { origin: ORIGIN });
  assert.deepEqual(words(command), [
    "curl",
    "http://localhost:8080/v1/images/generations",
    "--header",
    "content-type: application/json",
    "--header",
    "idempotency-key: a'b",
    "--data-raw",
    '{"prompt":"it\'s"}',
  ]);
  assert.deepEqual(notes, []);
});

test("Hidden headers are left out and named", () => {
  const { command, notes } = curl(exchange({ headers: { cookie: "...", "X-Tenant": "..." } }), { origin: ORIGIN });
  assert.deepEqual(words(command), ["curl", "http://localhost:8080/v1/credits"]);
  assert.match(notes[0], /cookie, X-Tenant/);
});

test("Headers of the connection are left out, and the mark of a library stays", () => {
  const headers = { host: "x:1", "Content-Length": "5", connection: "close", "user-agent": "u", "x-stainless-os": "Linux", "X-Stainless-Lang": "js", "x-empty": "" };
  assert.deepEqual(words(curl(exchange({ headers }), { origin: ORIGIN }).command).slice(2), [
    "--header",
    "X-Stainless-Lang: js",
    "--header",
    "x-empty;",
  ]);
});

test("The name of a header cannot name a file", () => {
  assert.doesNotMatch(curl(exchange({ headers: { "@/etc/passwd": "x" } }), { origin: ORIGIN }).command, /passwd/);
});

test("The host of a vendor stays, because it selects the vendor", () => {
  const vendorHosts = ["api.openai.com", "*.openai.azure.com"];
  const hostOf = (host) => words(curl(exchange({ headers: { Host: host } }), { origin: ORIGIN, vendorHosts }).command).slice(2);
  assert.deepEqual(hostOf("api.openai.com"), ["--header", "Host: api.openai.com"]);
  assert.deepEqual(hostOf("me.openai.azure.com:443"), ["--header", "Host: me.openai.azure.com:443"]);
  assert.deepEqual(hostOf("darkroom:8080"), []);
});

test("Other methods are named", () => {
  assert.match(curl(exchange({ method: "DELETE" }), { origin: ORIGIN }).command, /^curl --request DELETE http/);
  assert.match(curl(exchange({ method: "HEAD" }), { origin: ORIGIN }).command, /^curl --head http/);
  assert.match(curl(exchange({ method: "POST" }), { origin: ORIGIN }).command, /--request POST/);
});

test("The path stays as it was sent", () => {
  const read = (path) => words(curl(exchange({ path }), { origin: ORIGIN }).command);
  assert.deepEqual(read("/v1/tasks/{id}?a[]=1&b='"), ["curl", "--globoff", "http://localhost:8080/v1/tasks/{id}?a[]=1&b='"]);
  assert.deepEqual(read("/v1/../x"), ["curl", "--path-as-is", "http://localhost:8080/v1/../x"]);
  assert.deepEqual(read("http://api.openai.com/v1/models"), ["curl", "http://localhost:8080/v1/models"]);
});

test("A body without a type is sent without one", () => {
  assert.ok(words(curl(post("raw", {}), { origin: ORIGIN }).command).includes("Content-Type:"));
});

test("A body that the journal does not have whole is noted", () => {
  const notes = (message) => curl(exchange({ method: "POST", ...message }), { origin: ORIGIN }).notes.join(" ");
  assert.match(notes({ body: null, body_bytes: 5000 }), /only the length of the body: 5,000 bytes/);
  assert.match(notes({ body: "x".repeat(16_384), body_bytes: 20_000 }), /keeps only the beginning/);
  assert.match(notes({ body: { image: "(400 characters of Base64)" }, body_bytes: 450 }), /leaves out long Base64/);
  assert.match(notes({ body: "PNG\ufffd\0", body_bytes: 8 }), /not only text/);
  assert.equal(bodyNote({ body: { a: 1 }, body_bytes: 7 }), undefined);
  assert.equal(bodyNote({ body: null, body_bytes: 0 }), undefined);
});

test("The command repeats the numbers of the body as they were sent", () => {
  const text = '{"a":1.0,"seed":1234567890123456789,"b":"1.0","c":[1e2],"n":1}';
  assert.equal(words(curl(post(parse(text)), { origin: ORIGIN }).command).at(-1), text);
});
