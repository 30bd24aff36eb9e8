import { type Body, full, minimal } from "../bodies/openai.js";
import type { paths } from "../generated/openai.js";
import { jsonOf, connect, type Connection, decode, type Results } from "./connection.js";

/** An image, one edited from a URL, and a response in the background, which is polled. */
export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);

  const image = decode(await create(connection, minimal));
  const images = [{ image_url: "https://example.com/room.jpg" }];
  jsonOf(await client.POST("/v1/images/edits", { body: { ...minimal, images } })).usage.input_tokens_details.image_tokens;
  const tools = [{ type: "image_generation" as const, size: full.size }];
  const request = { model: "gpt-5", input: "A dancer", background: true, tools };
  const { id } = jsonOf(await client.POST("/v1/responses", { body: request }));
  const response = jsonOf(await client.GET("/v1/responses/{id}", { params: { path: { id } } }));
  decode(response.output[0]?.result ?? "");
  jsonOf(await client.POST("/v1/responses/{id}/cancel", { params: { path: { id } } })).status;
  const [model] = jsonOf(await client.GET("/v1/models")).data;
  jsonOf(await client.GET("/v1/models/{model}", { params: { path: { model: model?.id ?? "" } } })).owned_by;

  return { image, balance: null };
}

/** The first image that a request creates, in Base64. */
export async function create(connection: Connection, body: Body): Promise<string | undefined> {
  const images = await connect<paths>(connection).POST("/v1/images/generations", { body });
  return jsonOf(images).data[0]?.b64_json;
}
