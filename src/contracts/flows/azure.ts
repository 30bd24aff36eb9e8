import { type Body, minimal } from "../bodies/azure.js";
import type { paths } from "../generated/azure.js";
import { jsonOf, connect, type Connection, decode, type Results } from "./connection.js";

/** An image, and others with the deployment in the path. */
export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);
  const params = { path: { deployment: "my-deployment" }, query: { "api-version": "2025-04-01-preview" } };

  const image = decode(await create(connection, minimal));
  const generations = "/openai/deployments/{deployment}/images/generations";
  jsonOf(await client.POST(generations, { params, body: { prompt: "A dancer" } })).usage.output_tokens;
  const images = [{ image_url: "https://example.com/room.jpg" }];
  const edits = "/openai/deployments/{deployment}/images/edits";
  jsonOf(await client.POST(edits, { params, body: { prompt: "A dancer", images } })).quality;

  return { image, balance: null };
}

/** The first image that a request creates, in Base64. */
export async function create(connection: Connection, body: Body): Promise<string | undefined> {
  const images = await connect<paths>(connection).POST("/openai/v1/images/generations", { body });
  return jsonOf(images).data[0]?.b64_json;
}
