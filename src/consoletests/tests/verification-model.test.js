import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, write } from "../../main/webui/exchange/exact-json.js";
import { partsOf } from "../../main/webui/verify/exchange-conditions.js";
import { linesOf } from "../../main/webui/verify/json-lines.js";
import { pathOf } from "../../main/webui/verify/json-path.js";
import { problemOf, requestOf, timesOf, withMode } from "../../main/webui/verify/verification.js";

test("A path of simple names is dotted, any other is JSONPath", () => {
  assert.equal(pathOf(["input", "prompt"]), "input.prompt");
  assert.equal(pathOf(["input", "image_urls", 0]), "$.input.image_urls[0]");
  assert.equal(pathOf(["a.b", "c"]), "$['a.b'].c");
  assert.equal(pathOf(["$it's", "back\\slash", ""]), "$['$it\\'s']['back\\\\slash']['']");
  assert.equal(pathOf(["a b", "c[0]", "*"]), "$['a b']['c[0]']['*']");
  assert.equal(pathOf(["ключ", "0"]), "ключ.0");
  assert.equal(pathOf([]), undefined);
  assert.equal(pathOf(["x".repeat(201)]), undefined);
});

test("Numbers stay as they were sent", () => {
  const text = '{"seed":12345678901234567890,"n":1.0,"small":-1e-7,"text":"1.0 \\" 2.0"}';
  assert.equal(write(parse(text)), text);
  assert.deepEqual(linesOf(parse('{"seed":12345678901234567890}'))[1].text, "12345678901234567890");
});

test("Characters that cannot be seen are escaped", () => {
  assert.equal(write("a\u202eb\u2028\u{e0041}"), '"a\\u202eb\\u2028\\udb40\\udc41"');
});

test("A document becomes lines with paths", () => {
  const lines = linesOf(parse('{"a":{"b c":[1,{}]},"__proto__":null}'));
  assert.deepEqual(
    lines.map(({ depth, text, comma, path }) => [depth, text + comma, path]),
    [
      [0, "{", undefined],
      [1, "{", "a"],
      [2, "[", "$.a['b c']"],
      [3, "1,", "$.a['b c'][0]"],
      [3, "{}", "$.a['b c'][1]"],
      [2, "]", undefined],
      [1, "},", undefined],
      [1, "null", "__proto__"],
      [0, "}", undefined],
    ],
  );
});

test("Conditions become the fields of match", () => {
  const conditions = [
    { field: "status", mode: "is", value: "200" },
    { field: "fault", mode: "none", value: "" },
    { field: "headers", name: "User-Agent", mode: "is", value: "curl/*" },
    { field: "json", name: "__proto__", mode: "equals", value: "1.0" },
    { field: "json", name: "input.prompt", mode: "matches", value: "A .*" },
    { field: "answer", name: "error", mode: "absent", value: "" },
    { field: "json", name: "invalid", mode: "equals", value: "A lighthouse" },
  ];
  assert.equal(
    write(requestOf({ conditions, times: timesOf({ kind: "between", count: 1, max: 3 }), within: " 5s " })),
    '{"match":{"status":200,"fault":null,"headers":{"User-Agent":"curl/*"},"json":{"__proto__":1.0,"input.prompt":{"matches":"A .*"}},' +
      '"answer":{"error":{"exists":false}}},"times":{"at_least":1,"at_most":3},"within":"5s"}',
  );
});

test("A condition that cannot be sent has a problem", () => {
  assert.match(problemOf({ field: "json", name: "a", mode: "equals", value: "A lighthouse" }), /JSON/);
  assert.match(problemOf({ field: "json", name: "a", mode: "equals", value: '{"exists":1}' }), /condition of its own/);
  assert.match(problemOf({ field: "json", name: "", mode: "exists", value: "" }), /path/);
  assert.match(problemOf({ field: "path", mode: "is", value: "" }), /value/);
  assert.equal(problemOf({ field: "json", name: "a", mode: "equals", value: '{"exists":1,"b":2}' }), undefined);
});

test("A value becomes a regular expression for itself", () => {
  const condition = { field: "json", name: "a", mode: "equals", value: '"What? (1.5)"' };
  assert.equal(withMode(condition, "matches").value, "What\\? \\(1\\.5\\)");
});

test("An exchange offers its path with * for the task", () => {
  const exchange = { operation: "poll", fault: null, task_id: "u-1", public_id: "t-1", request: { method: "GET", path: "/v1/tasks/t-1?x=1" }, answer: { status: 404 } };
  const { request, answer } = partsOf(exchange);
  assert.deepEqual(request.find(([title]) => title === "Path")[1].map(([text]) => text), ["/v1/tasks/t-1?x=1", "/v1/tasks/t-1", "/v1/tasks/*"]);
  assert.deepEqual(answer[0][1].map(([text]) => text), ["404", "4xx"]);
});
