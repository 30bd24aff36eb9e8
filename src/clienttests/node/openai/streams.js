import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import OpenAI, { APIError, toFile } from "openai";
import { describeImage, transparentPng } from "../image.js";
import { openAi } from "../sandbox.js";

describe("openai: streams of images", () => {
  let sandbox, client;
  before(async () => {
    sandbox = await openAi();
    await sandbox.change({ progression: "timed" });
    client = new OpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey });
  });

  const request = { model: "gpt-image-2", prompt: "A cup", size: "1024x1024", quality: "low", stream: true };

  test("a generation sends its partial images, and then the image with its tokens", async () => {
    const events = await all(client.images.generate({ ...request, partial_images: 2 }));

    assert.deepEqual(
      events.map(({ type, partial_image_index }) => [type, partial_image_index]),
      [
        ["image_generation.partial_image", 0],
        ["image_generation.partial_image", 1],
        ["image_generation.completed", undefined],
      ],
    );
    for (const event of events) {
      assert.equal(describeImage(event.b64_json).format, "png");
      assert.equal(typeof event.created_at, "number");
      assert.deepEqual(
        [event.background, event.output_format, event.quality, event.size],
        ["opaque", "png", "low", "1024x1024"],
      );
    }
    const { usage } = events.at(-1);
    assert.equal(usage.total_tokens, usage.input_tokens + usage.output_tokens);
  });

  test("an edit has events of its own", async () => {
    const image = await toFile(transparentPng(1024), "cup.png", { type: "image/png" });

    const events = await all(client.images.edit({ ...request, image, partial_images: 1 }));

    assert.deepEqual(
      events.map(({ type }) => type),
      ["image_edit.partial_image", "image_edit.completed"],
    );
  });

  test("without partial images, only the image is sent", async () => {
    const events = await all(client.images.generate({ ...request, partial_images: 0 }));

    assert.deepEqual(
      events.map(({ type }) => type),
      ["image_generation.completed"],
    );
  });

  test("a failure after the first event ends the stream with an error", async () => {
    const failing = all(
      client.images.generate({ ...request, prompt: "[[fail: server_error]]", partial_images: 1 }, { maxRetries: 0 }),
    );

    await assert.rejects(failing, (error) => error instanceof APIError && error.type === "server_error");
  });

  /** All events of a stream, whose images are finished an hour later. */
  async function all(request) {
    const stream = await request;
    await sandbox.advance("1h");
    const events = [];
    for await (const event of stream) {
      events.push(event);
    }
    return events;
  }
});
