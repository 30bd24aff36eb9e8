import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createAzure } from "@ai-sdk/azure";
import { APICallError, generateImage } from "ai";
import { describeImage } from "../image.js";
import { azure } from "../sandbox.js";

describe("ai: Azure", () => {
  let sandbox;
  before(async () => (sandbox = await azure()));

  const paths = {
    "the path of the deployment": () => createAzure({
      baseURL: `${sandbox.url}/openai`,
      apiKey: sandbox.apiKey,
      apiVersion: "2025-04-01-preview",
      useDeploymentBasedUrls: true,
    }),
    "the path with a version": () => createAzure({ baseURL: `${sandbox.url}/openai/v1`, apiKey: sandbox.apiKey }),
  };
  for (const [name, connect] of Object.entries(paths)) {
    test(`generates images by ${name}`, async () => {
      const model = connect().image("gpt-image-2");

      const { images } = await generateImage({ model, prompt: "A cup", n: 2, size: "1024x1024" });

      assert.equal(images.length, 2);
      assert.equal(images[0].mediaType, "image/png");
      assert.equal(describeImage(images[0].base64).width, 1024);
    });
  }

  test("a deployment with another name is refused, because the client asks for a response format", async () => {
    const model = paths["the path with a version"]().image("drawings");

    await assert.rejects(generateImage({ model, prompt: "A cup", maxRetries: 0 }), (error) => {
      assert.ok(APICallError.isInstance(error), error);
      assert.equal(error.statusCode, 400);
      assert.equal(error.data.error.code, "unknown_parameter");
      assert.equal(error.data.error.param, "response_format");
      return true;
    });
  });
});
