import createClient, { type Client } from "openapi-fetch";

/** The path of a vendor's API behind Prism, and a sandbox whose clock is frozen. */
export interface Connection {
  url: string;
  key: string;
  advance(duration: string): Promise<void>;
}

export interface Results {
  image: ArrayBuffer;
  /** Null if the API has none. */
  balance: number | null;
}

/** An error of the vendor, which the document has. */
export class ApiError extends Error {}

/** A client that throws when Prism finds a violation. */
export function connect<Paths extends {}>({ url, key }: Connection): Client<Paths> {
  const client = createClient<Paths>({ baseUrl: url, headers: { Authorization: `Bearer ${key}` } });
  client.use({
    async onResponse({ request, response }) {
      const violations = response.headers.get("sl-violations");
      if (violations !== null || response.headers.get("content-type") === "application/problem+json") {
        throw new Error(`${request.method} ${request.url}: ${violations} ${await response.text()}`);
      }
    },
  });
  return client;
}

/** The body of a response that is no error. */
export function bodyOf<T>(result: { data?: T; error?: unknown }): T {
  if (result.data === undefined) {
    throw new ApiError(JSON.stringify(result.error));
  }
  return result.data;
}

/** The body of a response that is neither an error nor a stream. */
export function jsonOf<T>(result: { data?: T; error?: unknown }): Exclude<T, string> {
  const body = bodyOf(result);
  if (typeof body === "string") {
    throw new Error(`This is a stream: ${body}`);
  }
  return body as Exclude<T, string>;
}

/** Polls until there is a result. The clock moves between polls, so nothing waits. */
export async function untilDone<T>(connection: Connection, poll: () => Promise<T | undefined>): Promise<T> {
  for (let polls = 0; polls < 20; polls++) {
    const result = await poll();
    if (result !== undefined) {
      return result;
    }
    await connection.advance("500ms");
  }
  throw new Error("the task has not ended");
}

/** The bytes of an image in a response. */
export function decode(base64: string | undefined): ArrayBuffer {
  return Uint8Array.from(atob(base64 ?? ""), (character) => character.charCodeAt(0)).buffer;
}

/** The last parts of a URL's path. */
export function pathOf(url: string, parts: number): string[] {
  return new URL(url).pathname.split("/").slice(-parts);
}
