import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createOpenAI } from "@ai-sdk/openai";
import { generateImage } from "ai";
import OpenAI, { AzureOpenAI } from "openai";
import { azure, openAi } from "../sandbox.js";

describe("openai: settings in the environment", () => {
  test("OPENAI_BASE_URL leads OpenAI's client to the path at the root", async () => {
    const { url, apiKey } = await openAi();
    const client = withEnvironment(
      { OPENAI_BASE_URL: url.replace("/openai/v1", "/v1"), OPENAI_API_KEY: apiKey.replace("sk-proj-", "sk-") },
      () => new OpenAI(),
    );

    const { data } = await client.images.generate({ model: "gpt-image-2", prompt: "A cup [[progression: instant]]" });

    assert.equal(data.length, 1);
  });

  test("OPENAI_BASE_URL leads the AI SDK to the path with a prefix", async () => {
    const { url, apiKey } = await openAi();
    const openai = withEnvironment({ OPENAI_BASE_URL: url }, () => createOpenAI({ apiKey }));

    const { image } = await generateImage({ model: openai.image("gpt-image-2"), prompt: "A cup" });

    assert.equal(image.mediaType, "image/png");
  });

  test("AZURE_OPENAI_ENDPOINT leads AzureOpenAI to its path", async () => {
    const client = await azureClient({});

    const { data } = await client.images.generate({ model: "drawings", prompt: "A cup" });

    assert.equal(data.length, 1);
  });

  test("OPENAI_BASE_URL takes precedence over AZURE_OPENAI_ENDPOINT", async () => {
    const client = await azureClient({ OPENAI_BASE_URL: "http://localhost/v1" });

    assert.equal(client.baseURL, "http://localhost/v1");
  });

  async function azureClient(variables) {
    const { url, apiKey } = await azure();
    return withEnvironment(
      {
        AZURE_OPENAI_ENDPOINT: url,
        AZURE_OPENAI_API_KEY: apiKey,
        OPENAI_API_VERSION: "2025-04-01-preview",
        ...variables,
      },
      () => new AzureOpenAI(),
    );
  }

  /** Calls a function while the environment has these variables. */
  function withEnvironment(variables, call) {
    Object.assign(process.env, variables);
    try {
      return call();
    } finally {
      Object.keys(variables).forEach((name) => delete process.env[name]);
    }
  }
});
