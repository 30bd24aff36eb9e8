import type { paths } from "../generated/azure.js";

export type Body = paths["/openai/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = { model: "my-deployment", prompt: "A dancer" };

export const full: Body = {
  model: "gpt-image-2",
  prompt: "A dancer",
  n: 2,
  size: "1536x864",
  quality: "low",
  background: "opaque",
  output_format: "jpeg",
  output_compression: 50,
  user: "user-1",
};

export const nulls: Body = { model: "gpt-image-2", prompt: "A dancer", n: null, size: null, output_format: null };

export const failing: Body = { model: "gpt-image-2", prompt: "[[fail]]" };

export const rejected: Body = { model: "gpt-image-2", prompt: "[[reject: forbidden]]" };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2" };

// @ts-expect-error: there is no deployment
export const noModel: Body = { prompt: "A dancer" };

// @ts-expect-error: Azure has no WebP
export const webp: Body = { model: "gpt-image-2", prompt: "A dancer", output_format: "webp" };

// @ts-expect-error: JPEG images cannot be transparent
export const jpeg: Body = { model: "gpt-image-2", prompt: "A dancer", background: "transparent", output_format: "jpeg" };

export const accepted = [minimal, full, nulls, failing, rejected];

export const refused = [noPrompt, noModel, webp, jpeg];
