import createClient from "openapi-fetch";
import type { paths } from "../generated/aigenerate.js";

const client = createClient<paths>({ baseUrl: "http://localhost:8080/aigenerate" });

type Body = paths["/api/v1/jobs/createTask"]["post"]["requestBody"]["content"]["application/json"];

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

export async function resultOf(taskId: string): Promise<string | null> {
  const { data } = await client.GET("/api/v1/jobs/recordInfo", { params: { query: { taskId } } });
  if (data?.code !== 200) {
    throw new Error(data?.msg);
  }
  if (data.data.state === "fail") {
    throw new Error(data.data.failMsg);
  }
  return data.data.resultJson;
}

export async function credit(): Promise<number | undefined> {
  const { data } = await client.GET("/api/v1/chat/credit");
  return data?.code === 200 ? data.data : undefined;
}

export async function create(body: Body): Promise<string | undefined> {
  const { data } = await client.POST("/api/v1/jobs/createTask", { body });
  return data?.code === 200 ? data.data.taskId : undefined;
}
