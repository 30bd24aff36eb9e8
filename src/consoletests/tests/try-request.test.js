/** The functions behind the page "Try it", without a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { commandOf } from "../../main/webui/try/command.js";
import { operationsOf, parameterSchema, pollOf } from "../../main/webui/try/contract.js";
import { fieldErrors } from "../../main/webui/try/errors.js";
import { EventStream } from "../../main/webui/api/event-stream.js";
import { imagesIn, withoutImages } from "../../main/webui/try/images.js";
import { newKey } from "../../main/webui/try/keys.js";
import { requestOf } from "../../main/webui/try/request.js";
import { promptPath, promptTriggers, triggerText, withTrigger } from "../../main/webui/try/triggers.js";
import { startOf } from "../../main/webui/try/try-form.js";

const DOCUMENT = {
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: "http", scheme: "bearer" } }, parameters: { Version: { name: "v", in: "query", schema: { type: "string" } } } },
  paths: {
    "/tasks": { post: { operationId: "create", requestBody: { content: { "application/json": { schema: {}, example: { prompt: "x" } } } } } },
    "/tasks/{taskId}": { get: { operationId: "poll", parameters: [{ name: "taskId", in: "path", required: true }, { $ref: "#/components/parameters/Version" }] } },
    "/models/{model}": { get: { operationId: "model", security: [], parameters: [{ name: "model", in: "path", required: true }] } },
  },
};
const [CREATE, POLL, MODEL] = operationsOf(DOCUMENT);

test("A request has the path, the query, the key and the body", () => {
  const request = requestOf({ base: "http://localhost/x", operation: POLL, parameters: { taskId: "a/b ?", v: "1&2" }, key: "sk-1" });
  assert.equal(request.url, "http://localhost/x/tasks/a%2Fb%20%3F?v=1%262");
  assert.deepEqual(request.credential, ["Authorization", "Bearer "]);
  assert.equal(requestOf({ base: "", operation: MODEL, parameters: {}, key: "sk-1" }).credential, undefined);
  const body = CREATE.bodies[0];
  assert.equal(requestOf({ base: "", operation: CREATE, parameters: {}, body, value: { a: undefined, b: 1 }, key: "" }).text, '{\n  "b": 1\n}');
  assert.equal(requestOf({ base: "", operation: CREATE, parameters: {}, body, raw: "{", key: "" }).text, "{");
  const parts = requestOf({ base: "", operation: CREATE, parameters: {}, body: { type: "multipart/form-data" }, value: { a: [1, true] }, key: "" }).parts;
  assert.deepEqual(parts, [["a", "1"], ["a", "true"]]);
});

test("The command names the key once, and can leave it out", () => {
  const request = requestOf({ base: "http://localhost", operation: CREATE, parameters: {}, body: CREATE.bodies[0], value: { prompt: "it's" }, key: "json" });
  const command = commandOf(request, "json");
  assert.match(command, /^export DARKROOM_KEY=json\ncurl http:\/\/localhost\/tasks \\\n {2}--header "Authorization: Bearer \$DARKROOM_KEY" \\\n/);
  assert.match(command, /--header 'Content-Type: application\/json'/);
  assert.match(command, /it'\\''s/);
  assert.match(commandOf(request, "json", { withKey: false }), /^curl /);
});

test("The poll of a task has its id", () => {
  assert.deepEqual(pollOf([CREATE, POLL, MODEL], { data: { taskId: "1" } }).parameters, { taskId: "1" });
  assert.equal(pollOf([CREATE, POLL, MODEL], { id: "2", model: "m" }).id, "2");
  assert.equal(pollOf([CREATE, MODEL], { id: "2", model: "m" }), undefined);
  assert.equal(pollOf([CREATE, POLL], undefined), undefined);
  assert.deepEqual(parameterSchema(POLL).required, ["taskId"]);
});

test("An error names the field that it is about", () => {
  assert.equal(fieldErrors({ error: { message: "Bad", param: "images[0].image_url" } })["images.0.image_url"], "Bad");
  assert.equal(fieldErrors({ error: { message: "'model' is required.", code: "x" } }).model, "'model' is required.");
  assert.deepEqual(fieldErrors({ error: { message: "Too many requests" } }), {});
  assert.deepEqual(fieldErrors(undefined), {});
});

test("The events of a stream are read from any pieces", () => {
  const stream = new EventStream();
  const text = 'event: a\r\ndata: {"x":1}\r\n\r\n: comment\n\ndata: 1\ndata: 2\n\ndata: open';
  const events = [...text].flatMap((piece) => stream.read(piece));
  assert.deepEqual(events, [{ event: "a", data: '{"x":1}' }, { event: "message", data: "1\n2" }]);
});

test("Images are found in Base64, at this server, and in JSON in a text", () => {
  const png = `iVBORw0KGgo${"A".repeat(80)}`;
  const value = { a: png, b: JSON.stringify({ urls: ["http://here/1.png", "http://there/2.png"] }), c: png };
  assert.deepEqual(imagesIn(value, "http://here"), [{ type: "image/png", base64: png }, { url: "http://here/1.png" }]);
  assert.match(withoutImages(value).a, /^iVBORw0KGgo.*… \(91 characters of Base64\)$/);
});

test("A key has the vendor's form", () => {
  assert.match(newKey({ key_prefixes: ["sk-", "sk-proj-"] }), /^sk-proj-try-[a-z0-9]{12}$/);
  assert.match(newKey({ key_prefixes: ["sk_"] }, "broke"), /^sk_darkroom-broke-[a-z0-9]{12}$/);
  assert.match(newKey({ key_prefixes: [] }), /^try-[a-z0-9]{28}$/);
});

test("A trigger has what the vocabulary says", () => {
  const vocabulary = { triggers: { prompt: ["[[reject: <error code>]]", "[[progression: <timed, held or polls:n>]]", "[[fail]]", "[[stall]]"] }, faults: [{ name: "fail", target: "task", main: "code" }, { name: "stall", target: "task", main: null }] };
  const control = { components: { schemas: { Then: { properties: { fail: { description: "It fails" } } } } } };
  const [reject, progression, fail, stall] = promptTriggers(vocabulary, control, { error_codes: ["e"] });
  assert.deepEqual(reject.value, { label: "Error code", options: ["e"], isClosed: true, isRequired: true });
  assert.deepEqual(progression.value.options, ["timed", "held", "polls:n"]);
  assert.equal(progression.value.isClosed, false, "n is a number that the user types");
  assert.deepEqual([fail.description, fail.value], ["It fails", { label: "Error code", options: ["e"], isClosed: true, isRequired: false }]);
  assert.equal(stall.value, undefined);
  assert.equal(triggerText("fail", " e "), "[[fail: e]]");
});

test("Content moderation is described as the vendor has it", () => {
  const vocabulary = { triggers: { prompt: ["[[nsfw]]"] }, faults: [] };
  const control = { components: { schemas: { Then: { properties: {} } } } };
  const text = (name) => promptTriggers(vocabulary, control, { name, error_codes: [] })[0].description;
  assert.match(text("aivideoapi"), /the task fails later\. It completes when nsfw_checker is false/);
  assert.match(text("reapi"), /the task fails later\.$/);
  assert.match(text("getimg"), /The request is rejected/);
});

test("A form starts with an example that makes an image from a text", () => {
  const example = (...models) => {
    const examples = models.map((model, index) => ({ name: String(index), value: { model } }));
    return startOf({}, { id: "create", bodies: [{ schema: {}, examples }] }).example;
  };
  assert.equal(example(undefined, "one-image-to-image", "one-text-to-image"), "2");
  assert.equal(example("one-image-to-image"), "0");
});

test("A trigger goes behind the prompt, wherever that is", () => {
  const insert = (value) => withTrigger(value, promptPath(value), "[[fail]]");
  assert.deepEqual(insert({ prompt: "A pier " }), { prompt: "A pier [[fail]]" });
  assert.deepEqual(insert({ input: {} }), { input: { prompt: "[[fail]]" } });
  assert.deepEqual(insert({ input: "A pier" }), { input: "A pier [[fail]]" });
  assert.equal(promptPath({ input: [] }), undefined);
});
