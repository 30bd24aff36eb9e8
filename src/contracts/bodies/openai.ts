import type { paths } from "../generated/openai.js";

export type Body = paths["/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = { model: "gpt-image-2", prompt: "A dancer" };

export const full: Body = {
  model: "gpt-image-2.6-flare",
  prompt: "A dancer",
  n: 2,
  size: "1536x864",
  quality: "xhigh",
  background: "transparent",
  moderation: "low",
  output_format: "webp",
  output_compression: 50,
  partial_images: 1,
  user: "user-1",
  safety_identifier: "user-1",
};

export const nulls: Body = {
  model: "gpt-image-1.5",
  prompt: "A dancer",
  n: null,
  size: null,
  quality: null,
  background: null,
  moderation: null,
  output_format: null,
  output_compression: null,
  stream: null,
  partial_images: null,
};

export const failing: Body = { model: "gpt-image-2", prompt: "[[fail]]" };

export const rejected: Body = { model: "gpt-image-2", prompt: "[[reject: insufficient_quota]]" };

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", prompt: "A dancer" };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2" };

// @ts-expect-error: GPT image models have no such parameter
export const responseFormat: Body = { model: "gpt-image-2", prompt: "A dancer", response_format: "b64_json" };

// @ts-expect-error: only later models have this quality
export const laterQuality: Body = { model: "gpt-image-2", prompt: "A dancer", quality: "max" };

// @ts-expect-error: this model has three sizes only
export const anySize: Body = { model: "gpt-image-1.5", prompt: "A dancer", size: "1536x864" };

// @ts-expect-error: JPEG images cannot be transparent
export const jpeg: Body = { model: "gpt-image-2", prompt: "A dancer", background: "transparent", output_format: "jpeg" };

export const accepted = [minimal, full, nulls, failing, rejected];

export const refused = [unknownModel, noPrompt, responseFormat, laterQuality, anySize, jpeg];
