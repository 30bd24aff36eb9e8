import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import OpenAI, { BadRequestError, NotFoundError } from "openai";
import { describeImage, transparentPng } from "../image.js";
import { openAi } from "../sandbox.js";

const TOOL = { type: "image_generation", model: "gpt-image-2", size: "1024x1024", quality: "low" };

describe("openai: responses", () => {
  let sandbox, client;
  before(async () => {
    sandbox = await openAi();
    client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
  });

  const create = (body) => client.responses.create({ model: "gpt-5", input: "Draw a cup", tools: [TOOL], ...body });
  const calls = (response) => response.output.filter(({ type }) => type === "image_generation_call");

  test("the tool draws an image", async () => {
    const response = await create({ tools: [{ ...TOOL, output_format: "webp" }] });

    assert.equal(response.object, "response");
    assert.equal(response.status, "completed");
    assert.equal(response.error, null);
    assert.equal(typeof response.output_text, "string");
    assert.ok(response.usage.total_tokens > 0);
    const [call] = calls(response);
    assert.match(call.id, /^ig_/);
    assert.equal(call.status, "completed");
    assert.equal(call.output_format, "webp");
    assert.equal(describeImage(call.result).format, "webp");
  });

  test("the tool edits an image of the input", async () => {
    const image = `data:image/png;base64,${transparentPng(1024).toString("base64")}`;
    const content = [
      { type: "input_text", text: "Paint the cup red" },
      { type: "input_image", image_url: image, detail: "auto" },
    ];

    const response = await create({ input: [{ role: "user", content }] });

    assert.equal(calls(response)[0].action, "edit");
  });

  test("a later response edits the image of the one before", async () => {
    const first = await create({});

    const second = await create({ input: "Paint it red", previous_response_id: first.id });

    assert.equal(second.previous_response_id, first.id);
    assert.equal(calls(second)[0].action, "edit");
  });

  test("a stream has its events in order, and partial images", async () => {
    const sandbox = await openAi();
    await sandbox.change({ progression: "timed" });
    const client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
    const tools = [{ ...TOOL, partial_images: 2 }];

    const stream = await client.responses.create({ model: "gpt-5", input: "Draw a cup", tools, stream: true });
    await sandbox.advance("1h");
    const events = [];
    for await (const event of stream) {
      events.push(event);
    }

    const call = "response.image_generation_call";
    const types = events.map(({ type }) => type).filter((type) => type.startsWith(call));
    assert.deepEqual(types, [
      `${call}.in_progress`,
      `${call}.generating`,
      `${call}.partial_image`,
      `${call}.partial_image`,
      `${call}.completed`,
    ]);
    assert.deepEqual(
      events.map(({ sequence_number }) => sequence_number),
      events.map((_, index) => index),
    );
    assert.deepEqual(
      [events[0], events[1], events.at(-1)].map(({ type }) => type),
      ["response.created", "response.in_progress", "response.completed"],
    );
    const partial = events.find(({ partial_image_index }) => partial_image_index === 1);
    assert.equal(describeImage(partial.partial_image_b64).format, "png");
    assert.equal(partial.item_id, calls(events.at(-1).response)[0].id);
  });

  test("a response in the background is retrieved until it is completed", async () => {
    const sandbox = await openAi();
    await sandbox.change({ progression: "timed" });
    const client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
    const created = await client.responses.create({ model: "gpt-5", input: "Draw", tools: [TOOL], background: true });
    assert.equal(created.status, "queued");
    assert.deepEqual(created.output, []);
    assert.equal(created.background, true);

    await sandbox.advance("1s");
    assert.equal((await client.responses.retrieve(created.id)).status, "in_progress");
    await sandbox.advance("1h");

    const completed = await client.responses.retrieve(created.id);
    assert.equal(completed.status, "completed");
    assert.equal(describeImage(calls(completed)[0].result).format, "png");
  });

  test("a response in the background can be canceled", async () => {
    const { id } = await create({ background: true, input: "[[progression: held]]" });

    const canceled = await client.responses.cancel(id);

    assert.equal(canceled.status, "cancelled");
    assert.equal((await client.responses.retrieve(id)).status, "cancelled");
  });

  test("moderation fails the call of the tool", async () => {
    const response = await create({ input: "[[moderation: sexual]]" });

    const [call] = calls(response);
    assert.equal(call.status, "failed");
    assert.equal(call.result, null);
    assert.equal(call.error.code, "moderation_blocked");
    assert.deepEqual(call.error.moderation_details.categories, ["sexual"]);
  });

  test("an unknown response is a NotFoundError", async () => {
    await assert.rejects(client.responses.retrieve("resp_0"), NotFoundError);
  });

  test("an invalid tool is a BadRequestError that names the field", async () => {
    const call = create({ tools: [{ ...TOOL, quality: "ultra" }] });

    await assert.rejects(call, (error) => error instanceof BadRequestError && error.param === "tools[0].quality");
  });
});
