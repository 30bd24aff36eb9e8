import { type Body, minimal } from "../bodies/reapi.js";
import type { paths } from "../generated/reapi.js";
import { ApiError, bodyOf, connect, type Connection, pathOf, type Results, untilDone } from "./connection.js";

export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);

  const url = await create(connection, minimal);
  const [task = "", file = ""] = pathOf(url, 2);
  const image = await client.GET("/media/tasks/{task}/{file}", {
    params: { path: { task, file } },
    parseAs: "arrayBuffer",
  });

  return { image: bodyOf(image), balance: bodyOf(await client.GET("/api/v1/balance")).balance };
}

/** The URL of the first image that a request creates. */
export async function create(connection: Connection, body: Body): Promise<string> {
  const task = bodyOf(await connect<paths>(connection).POST("/api/v1/images/generations", { body })).id;
  return untilDone(connection, () => imageOf(connection, task));
}

/** The URL of the first image; empty until the task has ended. */
export async function imageOf(connection: Connection, taskId: string): Promise<string | undefined> {
  const { data, error } = await connect<paths>(connection).GET("/api/v1/tasks/{taskId}", {
    params: { path: { taskId } },
  });
  if (error) {
    const code: number = error.error.code;
    throw new ApiError(`${code} ${error.error.request_id}`);
  }
  if (data.status === "failed") {
    throw new ApiError(data.error.message);
  }
  return data.status === "completed" ? data.output.image_urls[0] : undefined;
}
