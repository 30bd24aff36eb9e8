import createClient from "openapi-fetch";
import type { paths } from "../generated/getimg.js";

const client = createClient<paths>({ baseUrl: "http://localhost:8080/getimg" });

type Body = paths["/v2/images/generations"]["post"]["requestBody"]["content"]["application/json"];

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

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", prompt: "A dancer" };

// @ts-expect-error: there is no prompt
export const noPrompt: Body = { model: "gpt-image-2" };

// @ts-expect-error: this model has no 4K
export const fourK: Body = { model: "gpt-image-2", prompt: "A dancer", resolution: "4K" };

// @ts-expect-error: a reference has a URL
export const noUrl: Body = { model: "gpt-image-2", prompt: "A dancer", images: [{ role: "reference_image" }] };

/** The URL of the image; empty if a fault has removed it. */
export async function generate(body: Body): Promise<string | undefined> {
  const { data, error } = await client.POST("/v2/images/generations", { body });
  if (error) {
    throw new Error(`${error.error.code}: ${error.error.message}`);
  }
  return data.data[0]?.url;
}

export async function models(): Promise<string[]> {
  const { data } = await client.GET("/v2/models", { params: { query: { type: "image" } } });
  return data?.map((model) => model.id) ?? [];
}

export async function prices(model: string): Promise<string[]> {
  const { data } = await client.GET("/v2/models/{model}", { params: { path: { model } } });
  return data?.pricing.rates.map((rate) => rate.unit_price) ?? [];
}

export async function balance(): Promise<string | undefined> {
  const { data } = await client.GET("/v2/billing/balance");
  return data?.balance;
}

export async function costs(start: string, end: string): Promise<number | undefined> {
  const { data } = await client.GET("/v2/billing/costs", { params: { query: { start, end } } });
  return data?.total_cost;
}
