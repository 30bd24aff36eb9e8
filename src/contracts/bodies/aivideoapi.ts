import createClient from "openapi-fetch";
import type { components, paths } from "../generated/aivideoapi.js";

const client = createClient<paths>({ baseUrl: "http://localhost:8080/aivideoapi" });

type Body = paths["/v1/images/generations"]["post"]["requestBody"]["content"]["application/json"];

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

// @ts-expect-error: the model is unknown
export const unknownModel: Body = { model: "dall-e-3", input: { prompt: "A lighthouse" } };

// @ts-expect-error: there is no model
export const noModel: Body = { input: { prompt: "A lighthouse" } };

// @ts-expect-error: there is neither a prompt nor a reference
export const noPrompt: Body = { model: "gpt-image-2", input: { aspect_ratio: "1:1" } };

// @ts-expect-error: 4k needs an aspect ratio
export const noRatio: Body = { model: "gpt-image-2", input: { prompt: "A lighthouse", resolution: "4k" } };

/** The URL of the image; empty if a fault has removed it. */
export async function imageOf(taskId: string): Promise<string | undefined> {
  const { data, error } = await client.GET("/v1/tasks/{taskId}", { params: { path: { taskId } } });
  if (error) {
    const code: components["schemas"]["Error"]["error"]["code"] = error.error.code;
    throw new Error(code);
  }
  switch (data.status) {
    case "completed":
      return data.output.urls[0];
    case "failed":
      throw new Error(data.error.message);
    default:
      return undefined;
  }
}

export async function balance(): Promise<number | undefined> {
  const { data } = await client.GET("/v1/credits");
  return data?.data.balance;
}

export async function create(body: Body): Promise<string | undefined> {
  const { data } = await client.POST("/v1/images/generations", { body });
  return data?.data.taskId;
}
