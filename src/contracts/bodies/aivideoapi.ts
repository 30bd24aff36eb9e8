import type { paths } from "../generated/aivideoapi.js";

export type Body = paths["/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"];

export const minimal: Body = { model: "gpt-image-2", input: { prompt: "A lighthouse" } };

export const edit: Body = { model: "gpt-image-2", input: { image_urls: ["https://example.com/room.jpg"] } };

export const full: Body = {
  model: "gpt-image-2",
  callback_url: "https://example.com/hook",
  input: {
    prompt: "A lighthouse",
    image_urls: ["https://example.com/room.jpg"],
    aspect_ratio: "16:9",
    resolution: "4k",
    nsfw_checker: false,
  },
};

export const flat: Body = { model: "gpt-image-2", prompt: "A lighthouse", resolution: "2k" };

export const nulls: Body = {
  model: "gpt-image-2",
  callback_url: null,
  input: { prompt: "A lighthouse", image_urls: null, aspect_ratio: null, resolution: null, nsfw_checker: null },
};

export const failing: Body = { model: "gpt-image-2", input: { prompt: "[[fail]]" } };

export const rejected: Body = { model: "gpt-image-2", input: { prompt: "[[reject: insufficient_credits]]" } };

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", input: { prompt: "A lighthouse" } };

// @ts-expect-error: there is no model
export const noModel: Body = { input: { prompt: "A lighthouse" } };

// @ts-expect-error: there is neither a prompt nor a reference
export const noPrompt: Body = { model: "gpt-image-2", input: { aspect_ratio: "1:1" } };

// @ts-expect-error: 4k needs an aspect ratio
export const noRatio: Body = { model: "gpt-image-2", input: { prompt: "A lighthouse", resolution: "4k" } };

export const accepted = [minimal, edit, full, flat, nulls, failing, rejected];

export const refused = [unknownModel, noModel, noPrompt, noRatio];
