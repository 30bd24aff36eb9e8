import { type Body, minimal } from "../bodies/aigenerate.js";
import type { paths } from "../generated/aigenerate.js";
import { ApiError, bodyOf, connect, type Connection, pathOf, type Results, untilDone } from "./connection.js";

export async function run(connection: Connection): Promise<Results> {
  const client = connect<paths>(connection);

  const url = await create(connection, minimal);
  const [file = ""] = pathOf(url, 1);
  const image = await client.GET("/files/jobs/{name}.png", {
    params: { path: { name: file.replace(".png", "") } },
    parseAs: "arrayBuffer",
  });
  const credit = bodyOf(await client.GET("/api/v1/chat/credit"));

  return { image: bodyOf(image), balance: credit.code === 200 ? credit.data : 0 };
}

/** The URL of the image that a request creates. */
export async function create(connection: Connection, body: Body): Promise<string> {
  const created = bodyOf(await connect<paths>(connection).POST("/api/v1/jobs/createTask", { body }));
  if (created.code !== 200) {
    throw new ApiError(created.msg);
  }
  return untilDone(connection, () => imageOf(connection, created.data.taskId));
}

/** The URL of the image; empty until the task has ended. */
export async function imageOf(connection: Connection, taskId: string): Promise<string | undefined> {
  const { data, error } = await connect<paths>(connection).GET("/api/v1/jobs/recordInfo", {
    params: { query: { taskId } },
  });
  if (data?.code !== 200) {
    throw new ApiError(error?.msg ?? data?.msg);
  }
  switch (data.data.state) {
    case "success":
      return JSON.parse(data.data.resultJson).resultUrls[0];
    case "fail":
      throw new ApiError(data.data.failMsg);
    default:
      return undefined;
  }
}
