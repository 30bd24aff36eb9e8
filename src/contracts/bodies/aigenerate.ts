import type { paths } from "../generated/aigenerate.js";

export type Body = paths["/api/v1/jobs/createTask"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = {
  model: "openai-gpt-image-1-5-image-to-image-medium",
  input: { prompt: "A red fox" },
};

export const oneFive: Body = {
  model: "openai-gpt-image-1-5-text-to-image-high",
  callBackUrl: "https://example.com/hook",
  input: { prompt: "A red fox", aspect_ratio: "2:3", quality: "high" },
};

export const minimalTwo: Body = { model: "openai-gpt-image-2-text-to-image", input: { prompt: "A red fox" } };

export const full: Body = {
  model: "gpt-image-2-image-to-image",
  taskId: "task_gptimage_1",
  callBackUrl: "https://example.com/hook",
  input: {
    prompt: "A red fox",
    input_urls: ["https://example.com/fox.png"],
    aspect_ratio: "16:9",
    resolution: "4K",
    nsfw_checker: false,
  },
};

export const nulls: Body = {
  model: "gpt-image-2-image-to-image",
  taskId: null,
  callBackUrl: null,
  input: { prompt: "A red fox", input_urls: null, aspect_ratio: null, resolution: null, nsfw_checker: null },
};

export const failing: Body = { model: "gpt-image-2-text-to-image", input: { prompt: "[[fail]]" } };

export const rejected: Body = { model: "gpt-image-2-text-to-image", input: { prompt: "[[reject: 402]]" } };

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", input: { prompt: "A red fox" } };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2-text-to-image", input: { aspect_ratio: "1:1" } };

// @ts-expect-error: GPT Image 1.5 has only three aspect ratios
export const wideOneFive: Body = {
  model: "openai-gpt-image-1-5-text-to-image-high",
  input: { prompt: "A red fox", aspect_ratio: "16:9" },
};

// @ts-expect-error: 4K needs an aspect ratio
export const noRatio: Body = { model: "gpt-image-2-text-to-image", input: { prompt: "A red fox", resolution: "4K" } };

export const accepted = [minimal, oneFive, minimalTwo, full, nulls, failing, rejected];

export const refused = [unknownModel, noPrompt, wideOneFive, noRatio];
