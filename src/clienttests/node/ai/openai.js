import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createOpenAI } from "@ai-sdk/openai";
import { APICallError, generateImage } from "ai";
import { describeImage, transparentPng } from "../image.js";
import { openAi } from "../sandbox.js";

describe("ai: OpenAI", () => {
  let openai;
  before(async () => {
    const { url, apiKey } = await openAi();
    openai = createOpenAI({ baseURL: url, apiKey });
  });

  const generate = (options) => generateImage({ model: openai.image("gpt-image-2"), prompt: "A cup", ...options });

  for (const format of ["png", "jpeg", "webp"]) {
    test(`generates an image as ${format}`, async () => {
      const { image, usage } = await generate({
        size: "1024x1024",
        providerOptions: { openai: { quality: "low", outputFormat: format } },
      });

      assert.equal(image.mediaType, `image/${format}`);
      assert.equal(describeImage(image.base64).format, format);
      assert.equal(usage.outputTokens, 196);
    });
  }

  test("generates three images", async () => {
    const { images } = await generate({ n: 3 });

    assert.equal(new Set(images.map((image) => image.base64)).size, 3);
  });

  test("edits the masked part of images", async () => {
    const png = transparentPng(1024);

    const { image, usage } = await generate({ prompt: { text: "A red cup", images: [png, png], mask: png } });

    assert.equal(describeImage(image.base64).format, "png");
    assert.ok(usage.inputTokens > 0);
  });

  test("an error has the fields of the vendor", async () => {
    await assert.rejects(generate({ size: "1500x1500", maxRetries: 0 }), (error) => {
      assert.ok(APICallError.isInstance(error), error);
      assert.equal(error.statusCode, 400);
      assert.equal(error.isRetryable, false);
      assert.equal(error.data.error.code, "invalid_value");
      assert.equal(error.data.error.param, "size");
      return true;
    });
  });

  test("the client repeats a request until its rate limit is over", async () => {
    const sandbox = await openAi();
    await sandbox.failNext(2, { code: "rate_limit_exceeded", headers: { "retry-after-ms": "10" } });
    const model = createOpenAI({ baseURL: sandbox.url, apiKey: sandbox.apiKey }).image("gpt-image-2");

    await generateImage({ model, prompt: "A cup" });

    assert.equal((await sandbox.requests()).length, 3);
  });
});
