import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import OpenAI, { toFile } from "openai";
import { describeImage, transparentPng } from "../image.js";
import { openAi } from "../sandbox.js";

describe("openai: images", () => {
  let client;
  before(async () => {
    const { url, apiKey } = await openAi();
    client = new OpenAI({ baseURL: url, apiKey });
  });

  const generate = (body) => client.images.generate({ model: "gpt-image-2", prompt: "A cup", ...body });
  const edit = (body) => client.images.edit({ model: "gpt-image-2", prompt: "A red cup", ...body });

  for (const format of ["png", "jpeg", "webp"]) {
    test(`generates an image as ${format}`, async () => {
      const response = await generate({ output_format: format, size: "1024x1024", quality: "low" });

      assert.equal(describeImage(response.data[0].b64_json).format, format);
      assert.equal(response.output_format, format);
      assert.equal(response.size, "1024x1024");
      assert.equal(response.quality, "low");
      assert.equal(response.background, "opaque");
    });
  }

  test("generates three images, with the tokens of three", async () => {
    const { data, usage } = await generate({ n: 3, size: "1024x1024", quality: "low" });

    assert.equal(new Set(data.map((image) => image.b64_json)).size, 3);
    assert.equal(data[0].url, undefined);
    assert.equal(usage.output_tokens, 3 * 196);
    assert.equal(usage.total_tokens, usage.input_tokens + usage.output_tokens);
  });

  test("edits one image", async () => {
    const { data, size, usage } = await edit({ image: await png(), size: "1536x1024" });

    assert.deepEqual(describeImage(data[0].b64_json), { format: "png", width: 1536, height: 1024 });
    assert.equal(size, "1536x1024");
    assert.ok(usage.input_tokens_details.image_tokens > 0);
  });

  test("edits several images, each of which costs tokens", async () => {
    const jpeg = await generate({ output_format: "jpeg" });
    const image = await toFile(Buffer.from(jpeg.data[0].b64_json, "base64"), "cup.jpeg", { type: "image/jpeg" });

    const one = await edit({ image: await png() });
    const several = await edit({ image: [await png(), image, await png()] });

    const tokens = (response) => response.usage.input_tokens_details.image_tokens;
    assert.equal(tokens(several), 3 * tokens(one));
  });

  test("edits the masked part of an image", async () => {
    const { data } = await edit({ image: await png(), mask: await png() });

    assert.equal(describeImage(data[0].b64_json).format, "png");
  });

  test("sends a request ID that the client shows", async () => {
    const { request_id } = await generate({}).withResponse();

    assert.match(request_id, /^req_[0-9a-f]{32}$/);
  });

  test("lists the models", async () => {
    const models = [];
    for await (const model of client.models.list()) {
      models.push(model);
    }

    const model = models.find(({ id }) => id === "gpt-image-2");
    assert.equal(model.object, "model");
    assert.equal(typeof model.created, "number");
    assert.ok(model.owned_by);
  });

  const png = () => toFile(transparentPng(1024), "cup.png", { type: "image/png" });
});
