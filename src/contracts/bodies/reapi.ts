import type { paths } from "../generated/reapi.js";

export type Body = paths["/api/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = { prompt: "A lighthouse" };

export const basic: Body = {
  model: "gpt-image-2",
  prompt: "A lighthouse",
  size: "16:9",
  resolution: "4k",
  n: 1,
  image_urls: ["https://example.com/house.png"],
};

export const minimalOfficial: Body = { model: "gpt-image-2-official", prompt: "A lighthouse" };

export const full: Body = {
  model: "gpt-image-2-official",
  prompt: "A lighthouse",
  size: "1536x1024",
  resolution: "2k",
  n: 4,
  quality: "high",
  image_urls: ["https://example.com/house.png"],
  mask_url: "https://example.com/sky.png",
  background: "transparent",
  moderation: "low",
  output_format: "webp",
  output_compression: 80,
};

export const nulls: Body = {
  model: "gpt-image-2-official",
  prompt: "A lighthouse",
  size: null,
  resolution: null,
  n: null,
  quality: null,
  image_urls: null,
  mask_url: null,
  background: null,
  moderation: null,
  output_format: null,
  output_compression: null,
};

export const failing: Body = { prompt: "[[fail]]" };

export const rejected: Body = { prompt: "[[reject: 30001]]" };

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", prompt: "A lighthouse" };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2" };

// @ts-expect-error: the basic channel creates one image
export const tooMany: Body = { model: "gpt-image-2", prompt: "A lighthouse", n: 2 };

export const transparentJpeg: Body = {
  model: "gpt-image-2-official",
  prompt: "A lighthouse",
  background: "transparent",
  // @ts-expect-error: a JPEG image cannot be transparent
  output_format: "jpeg",
};

export const accepted = [minimal, basic, minimalOfficial, full, nulls, failing, rejected];

export const refused = [unknownModel, noPrompt, tooMany, transparentJpeg];
