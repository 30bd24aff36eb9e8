import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { AuthenticationError, AzureOpenAI, BadRequestError, NotFoundError, RateLimitError, toFile } from "openai";
import { describeImage, transparentPng } from "../image.js";
import { azure } from "../sandbox.js";

describe("openai: AzureOpenAI", () => {
  let sandbox, client;
  before(async () => {
    sandbox = await azure();
    client = connect(sandbox);
  });

  const connect = ({ url, apiKey }) => new AzureOpenAI({ endpoint: url, apiKey, apiVersion: "2025-04-01-preview" });
  const generate = (body) => client.images.generate({ model: "drawings", prompt: "A cup", ...body });

  test("generates images of a deployment, which have high quality by default", async () => {
    const { data, quality, usage } = await generate({ n: 2, size: "1024x1024" });

    assert.deepEqual(describeImage(data[1].b64_json), { format: "png", width: 1024, height: 1024 });
    assert.equal(quality, "high");
    assert.equal(usage.output_tokens, 2 * 7024);
  });

  test("edits an image of a deployment", async () => {
    const image = await toFile(transparentPng(1024), "cup.png", { type: "image/png" });

    const { data } = await client.images.edit({ model: "drawings", prompt: "A red cup", image, output_format: "jpeg" });

    assert.equal(describeImage(data[0].b64_json).format, "jpeg");
  });

  test("a deployment that does not exist is a NotFoundError", async () => {
    const sandbox = await azure();
    await sandbox.change({ inactive_models: ["gpt-image-2"] });

    const call = connect(sandbox).images.generate({ model: "gpt-image-2", prompt: "A cup" });

    await rejects(call, NotFoundError, "DeploymentNotFound");
  });

  test("a wrong key is an AuthenticationError", async () => {
    const stranger = connect({ url: sandbox.url, apiKey: "short" });

    await rejects(stranger.images.generate({ model: "drawings", prompt: "A cup" }), AuthenticationError, "401");
  });

  test("the content filter is a BadRequestError", async () => {
    await rejects(generate({ prompt: "[[moderation: violence]]" }), BadRequestError, "contentFilter");
  });

  test("webp, which only OpenAI has, is a BadRequestError", async () => {
    const error = await rejects(generate({ output_format: "webp" }), BadRequestError, "invalid_value");
    assert.equal(error.param, "output_format");
  });

  test("the client gives up after three refusals", async () => {
    const sandbox = await azure();
    await sandbox.failNext(3, { code: "rate_limit_exceeded", headers: { "retry-after-ms": "10" } });

    const call = connect(sandbox).images.generate({ model: "drawings", prompt: "A cup" });

    await rejects(call, RateLimitError, "RateLimitReached");
    assert.equal((await sandbox.requests()).length, 3);
  });

  async function rejects(call, type, code) {
    const error = await call.then(
      () => assert.fail("The request succeeds"),
      (error) => error,
    );
    assert.equal(error.constructor, type, error.message);
    assert.equal(error.code, code);
    return error;
  }
});
