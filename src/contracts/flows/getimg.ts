import { type Body, minimal } from "../bodies/getimg.js";
import type { paths } from "../generated/getimg.js";
import { bodyOf, connect, type Connection, pathOf, type Results } from "./connection.js";

/** The response to the request has the image: there is nothing to poll. */
export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);

  const url = await create(connection, minimal);
  const [id = "", index = ""] = pathOf(url, 2);
  const { exp, sig } = Object.fromEntries(new URL(url).searchParams);
  const image = await client.GET("/v2/downloads/{id}/{index}", {
    params: { path: { id, index }, query: { exp, sig } },
    parseAs: "arrayBuffer",
  });
  const [model] = bodyOf(await client.GET("/v2/models", { params: { query: { type: "image" } } }));
  bodyOf(await client.GET("/v2/models/{model}", { params: { path: { model: model?.id ?? "" } } })).pricing.rates;

  return { image: bodyOf(image), balance: Number(bodyOf(await client.GET("/v2/billing/balance")).balance) };
}

/** The URL of the image that a request creates. */
export async function create(connection: Connection, body: Body): Promise<string> {
  const generation = await connect<paths>(connection).POST("/v2/images/generations", { body });
  return bodyOf(generation).data[0]?.url ?? "";
}
