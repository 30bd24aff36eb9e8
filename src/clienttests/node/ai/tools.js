import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createOpenAI } from "@ai-sdk/openai";
import { generateText, streamText } from "ai";
import { describeImage } from "../image.js";
import { openAi } from "../sandbox.js";

describe("ai: the tool imageGeneration", () => {
  let openai;
  before(async () => {
    const { url, apiKey } = await openAi();
    openai = createOpenAI({ baseURL: url, apiKey });
  });

  const tools = () => ({ image_generation: openai.tools.imageGeneration({ outputFormat: "webp", quality: "low" }) });

  test("a text model draws with the tool", async () => {
    const { staticToolResults, finishReason } = await generateText({
      model: openai("gpt-5"),
      prompt: "Draw a cup",
      tools: tools(),
    });

    assert.equal(staticToolResults[0].toolName, "image_generation");
    assert.equal(describeImage(staticToolResults[0].output.result).format, "webp");
    assert.equal(finishReason, "stop");
  });

  test("a text model draws in a stream", async () => {
    const { stream } = streamText({ model: openai("gpt-5"), prompt: "Draw a cup", tools: tools() });

    const results = [];
    for await (const part of stream) {
      assert.notEqual(part.type, "error", JSON.stringify(part));
      if (part.type === "tool-result") {
        results.push(part.output.result);
      }
    }
    assert.equal(describeImage(results.at(-1)).format, "webp");
  });
});
