import { type Body, minimal } from "../bodies/aivideoapi.js";
import type { components, paths } from "../generated/aivideoapi.js";
import { ApiError, bodyOf, connect, type Connection, pathOf, type Results, untilDone } from "./connection.js";

export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);

  const url = await create(connection, minimal);
  const [year = "", month = "", day = "", file = ""] = pathOf(url, 4);
  const path = { year, month, day, name: file.replace(".png", "") };
  const image = await client.GET("/images/{year}/{month}/{day}/{name}.png", {
    params: { path },
    parseAs: "arrayBuffer",
  });

  return { image: bodyOf(image), balance: bodyOf(await client.GET("/v1/credits")).data.balance };
}

/** The URL of the image that a request creates. */
export async function create(connection: Connection, body: Body): Promise<string> {
  const created = await connect<paths>(connection).POST("/v1/images/generations", { body });
  const task = bodyOf(created).data.taskId;
  return untilDone(connection, () => imageOf(connection, task));
}

/** The URL of the image; empty until the task has ended. */
export async function imageOf(connection: Connection, taskId: string): Promise<string | undefined> {
  const { data, error } = await connect<paths>(connection).GET("/v1/tasks/{taskId}", { params: { path: { taskId } } });
  if (error) {
    const code: components["schemas"]["Error"]["error"]["code"] = error.error.code;
    throw new ApiError(code);
  }
  switch (data.status) {
    case "completed":
      return data.output.urls[0];
    case "failed":
      throw new ApiError(data.error.message);
    default:
      return undefined;
  }
}
