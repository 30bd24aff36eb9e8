import type { paths } from "../generated/getimg.js";

export type Body = paths["/v2/images/generations"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = { model: "gpt-image-2", prompt: "A dancer" };

export const full: Body = {
  model: "gpt-image-2",
  prompt: "A dancer",
  aspect_ratio: "21:9",
  resolution: "2K",
  output_format: "webp",
  images: [{ url: "https://example.com/room.jpg" }, { url: "https://example.com/a.png", role: "reference_image" }],
};

export const nulls: Body = {
  model: "gpt-image-2",
  prompt: "A dancer",
  aspect_ratio: null,
  resolution: null,
  output_format: null,
  images: null,
};

export const failing: Body = { model: "gpt-image-2", prompt: "[[fail]]" };

export const rejected: Body = { model: "gpt-image-2", prompt: "[[reject: quota_exceeded]]" };

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", prompt: "A dancer" };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2" };

// @ts-expect-error: this model has no 4K
export const fourK: Body = { model: "gpt-image-2", prompt: "A dancer", resolution: "4K" };

// @ts-expect-error: a reference has a URL
export const noUrl: Body = { model: "gpt-image-2", prompt: "A dancer", images: [{ role: "reference_image" }] };

export const accepted = [minimal, full, nulls, failing, rejected];

export const refused = [unknownModel, noPrompt, fourK, noUrl];
