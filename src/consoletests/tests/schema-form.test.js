/** The functions behind forms for JSON schemas, with the contracts of a running server. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fieldsOf, flatten, kindOf, otherFields, resolve } from "../../main/webui/forms/schema.js";
import { anyOf, limits, numberOf, sentences, shownAny } from "../../main/webui/forms/scalar-text.js";
import { converted, initial, inner, prune, withField } from "../../main/webui/forms/values.js";
import { isConstant, mismatches, variantOf, variants } from "../../main/webui/forms/variants.js";
import { startDarkroom } from "../darkroom.js";

let darkroom;
const contracts = {};

before(async () => {
  darkroom = await startDarkroom();
  for (const name of ["aigenerate", "aivideoapi", "azure", "control", "getimg", "openai", "reapi"]) {
    contracts[name] = await (await fetch(`${darkroom.url}/_darkroom/contract/${name}.json`)).json();
  }
});

after(() => darkroom?.stop());

const schemaOf = (name, schema) => flatten(contracts[name], { $ref: `#/components/schemas/${schema}` });
const names = (name, schema) => fieldsOf(contracts[name], schema).map((field) => field.name);

test("A reference is resolved inside the document, and nowhere else", () => {
  const document = { components: { schemas: { "a/b": { type: "string" }, again: { $ref: "#/components/schemas/a~1b" }, loop: { $ref: "#/components/schemas/loop" } } } };
  assert.deepEqual(resolve(document, { $ref: "#/components/schemas/again" }), { type: "string" });
  assert.deepEqual(resolve(document, { $ref: "#/components/schemas/loop" }), {});
  assert.deepEqual(resolve(document, { $ref: "https://example.com/schema.json" }), {});
  assert.deepEqual(resolve(document, { $ref: "#/components/schemas/none" }), {});
});

test("The parts of allOf are merged, and conditions between fields are no variants", () => {
  const flat = flatten({}, {
    allOf: [
      { type: "object", required: ["a"], properties: { a: { type: "string", enum: ["x", "y", "z"] } } },
      { properties: { a: { enum: ["x", "y"] } } },
      { anyOf: [{ required: ["b"] }, { properties: { a: { enum: ["x"] } } }] },
    ],
    required: ["b"],
    properties: { b: { type: "integer" } },
  });
  assert.deepEqual(flat.required, ["b", "a"]);
  assert.equal(kindOf(flat), "object");
  assert.deepEqual(flatten({}, flat.properties.a).enum, ["x", "y"]);
});

test("Each schema has the kind of its field", () => {
  const kinds = [
    [{ type: "string", format: "binary" }, "file"],
    [{ type: "array", items: { type: "string", format: "binary" } }, "files"],
    [{ enum: ["a", null] }, "enum"],
    [{ type: "object", nullable: true, not: { type: "object" } }, "never"],
    [{ type: "string", pattern: "^(?!)" }, "never"],
    [{ type: "string", not: { enum: ["a"] } }, "string"],
    [{ type: "object", additionalProperties: true }, "map"],
    [{ type: "object", maxProperties: 1, properties: { a: {}, b: {} } }, "pick"],
    [{ description: "A prompt, or an array" }, "any"],
    [{ oneOf: [{ type: "string" }, { type: "integer" }] }, "choice"],
  ];
  kinds.forEach(([schema, kind]) => assert.equal(kindOf(flatten({}, schema)), kind, JSON.stringify(schema)));
});

test("Required fields come first, and objects last", () => {
  const nested = variants(contracts.aivideoapi, schemaOf("aivideoapi", "CreateRequest"))[0];
  assert.equal(nested.label, "Nested request");
  assert.deepEqual(names("aivideoapi", nested.schema), ["model", "input", "callback_url"]);
  const official = variants(contracts.reapi, schemaOf("reapi", "CreateRequest"))[1].schema;
  assert.deepEqual(names("reapi", official).slice(0, 2), ["model", "prompt"]);
  assert.equal(names("reapi", official).at(-1), "image_urls");
});

test("A field that cannot have a value is left out", () => {
  const [nested, flat] = variants(contracts.aivideoapi, schemaOf("aivideoapi", "CreateRequest"));
  assert.ok(!names("aivideoapi", flat.schema).includes("input"));
  assert.ok(names("aivideoapi", nested.schema).includes("input"));
  assert.ok(!names("openai", schemaOf("openai", "ImageReference")).includes("file_id"));
});

test("The simplest variant is first, and null is last", () => {
  const then = schemaOf("control", "Then");
  assert.equal(kindOf(then), "pick");
  assert.deepEqual(variants(contracts.control, then.properties.gateway).map(({ label }) => label), ["true", "whole number", "fields"]);
  const { retry_after: retryAfter } = variants(contracts.control, then.properties.error)[2].schema.properties;
  assert.deepEqual(variants(contracts.control, retryAfter).map(({ kind }) => kind), ["string", "integer", "null"]);
});

test("A value chooses the variant that it fits, and stays with the chosen one", () => {
  const document = contracts.aigenerate;
  const list = variants(document, schemaOf("aigenerate", "CreateRequest"));
  const value = { model: "gpt-image-2-text-to-image", input: { prompt: "A cup" } };
  assert.equal(list[variantOf(document, list, value)].label, "Two text to image");
  assert.equal(list[variantOf(document, list, { ...value, model: "openai-gpt-image-1-5-image-to-image-high" }, 2)].label, "One five image to image");
  assert.equal(variantOf(document, list, undefined), -1);
  const flat = { model: "gpt-image-2" };
  const forms = variants(contracts.aivideoapi, schemaOf("aivideoapi", "CreateRequest"));
  assert.equal(variantOf(contracts.aivideoapi, forms, flat, 1), 1);
});

test("Every example of every contract fits its schema", () => {
  for (const [name, document] of Object.entries(contracts)) {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [type, { schema, examples = {}, example }] of Object.entries(item.post?.requestBody?.content ?? {})) {
        const values = [...Object.values(examples).map(({ value }) => value), ...(example === undefined ? [] : [example])];
        values.forEach((value) => assert.equal(mismatches(document, schema, value), 0, `${name} ${path} ${type} ${JSON.stringify(value)}`));
      }
    }
  }
});

test("A form starts with the example, or with what is required", () => {
  const [nested] = variants(contracts.aivideoapi, schemaOf("aivideoapi", "CreateRequest"));
  assert.deepEqual(initial(contracts.aivideoapi, nested.schema), { model: "gpt-image-2", input: {} });
  assert.deepEqual(initial(contracts.openai, { $ref: "#/components/schemas/EditRequest" }), { model: "gpt-image-2", images: [{}] });
  assert.equal(initial({}, { type: "string", example: "10m" }), "10m");
  assert.equal(initial({}, { anyOf: [{ type: "string" }, { type: "boolean", enum: [true] }] }), true);
  assert.equal(initial({}, { type: "integer" }), undefined);
});

test("Another variant keeps what it also has", () => {
  const list = variants(contracts.reapi, schemaOf("reapi", "CreateRequest"));
  const value = { model: "gpt-image-2", prompt: "A cup", mask_url: "https://example.com" };
  assert.deepEqual(converted(contracts.reapi, list[1].schema, value), { model: "gpt-image-2-official", prompt: "A cup", mask_url: "https://example.com" });
  assert.equal(converted({}, { type: "string" }, 3), undefined);
});

test("What is not filled in is left out", () => {
  const file = new Blob(["x"]);
  assert.deepEqual(prune({ a: undefined, b: [undefined, "x"], c: { d: undefined }, e: null, file }), { b: ["x"], c: {}, e: null, file });
  assert.deepEqual(withField({ a: 1, b: 2 }, "a", undefined), { b: 2 });
  assert.deepEqual(withField(undefined, "a", 1), { a: 1 });
  assert.equal(inner(inner("", "images"), 0), "images.0");
});

test("Other fields of an object are allowed as its schema says", () => {
  assert.equal(otherFields({ properties: { a: {} } }), undefined);
  assert.equal(otherFields({ properties: { a: {} }, additionalProperties: false }), undefined);
  assert.deepEqual(otherFields({ properties: { a: {} }, additionalProperties: true }), {});
  assert.deepEqual(otherFields({ additionalProperties: { type: "string" } }), { type: "string" });
  assert.ok(isConstant({ enum: [true] }));
});

test("A text that is no number is kept, so that the API says what is wrong", () => {
  assert.equal(numberOf("12"), 12);
  assert.equal(numberOf("-1.5e3"), -1500);
  assert.equal(numberOf(" "), undefined);
  assert.equal(numberOf("many"), "many");
  assert.equal(numberOf("1."), "1.");
});

test("Any JSON can be typed, and so can texts", () => {
  assert.deepEqual(anyOf('[{"role":"user"}]'), [{ role: "user" }]);
  assert.equal(anyOf("A lighthouse"), "A lighthouse");
  assert.equal(anyOf(""), undefined);
  ["text", "12", "true", '"quoted"', "", 12, null, { a: [1] }].forEach((value) => assert.deepEqual(anyOf(shownAny(value)), value));
});

test("Hints say what a field takes", () => {
  assert.equal(limits({ minimum: 1, maximum: 10 }), "1 to 10");
  assert.equal(limits({ minimum: 2 }), "at least 2");
  assert.equal(limits({ maxLength: 32000, pattern: "^[^\\u0000]*$" }), "at most 32000 characters");
  assert.equal(limits({}), "");
  assert.deepEqual(sentences("Short.\n"), ["Short.", ""]);
  const long = `The default is auto, which means 1024x1024 (inferred). ${"Models take any size in pixels. ".repeat(5)}`.trim();
  assert.equal(sentences(long)[0], "The default is auto, which means 1024x1024 (inferred).");
});
