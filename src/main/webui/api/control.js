/** Requests to the control API. */

import { remember, remembered } from "../ui/storage.js";

const BASE = new URL("../", document.baseURI);
const TOKEN = "darkroom.control.token";

/** What a header can have. */
const VALID_TOKEN = /^[\x20-\x7e]+$/;
const LONG_INTEGER = /("seed":\s*)(-?\d{16,})/g;

/** An error of the control API: its message says what is wrong and what to do. */
class ControlError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }

  /** Whether the request needs the token of the setting darkroom.control.token. */
  get needsToken() {
    return this.status === 403 && this.message.includes("X-Darkroom-Token");
  }
}

let onTokenNeeded = () => {};

/** Sets what happens when the server asks for the token. */
export function whenTokenNeeded(action) {
  onTokenNeeded = action;
}

export function setToken(token) {
  remember("sessionStorage", TOKEN, token);
}

/**
 * The headers of a request.
 *
 * @param handle of the sandbox; without it, the request is about the whole server
 */
export function headers(handle) {
  const stored = remembered("sessionStorage", TOKEN) ?? "";
  const token = VALID_TOKEN.test(stored) && stored;
  return { ...(handle && { "Darkroom-Sandbox": handle }), ...(token && { "X-Darkroom-Token": token }) };
}

/** The address of a path of the control API, such as "tasks". Query values that are undefined are left out. */
export function address(path, query = {}) {
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new ControlError(404, "There is nothing at this address.");
  }
  const url = new URL(path, BASE);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") {
      url.searchParams.set(name, value);
    }
  }
  return url;
}

/**
 * Sends a request.
 *
 * @throws ControlError for a response with an error status that `allowed` does not list
 */
export async function send(method, path, { handle, query, body, signal, allowed = [] } = {}) {
  const response = await fetch(address(path, query), {
    method,
    headers: { ...headers(handle), ...(body !== undefined && { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    signal,
    cache: "no-store",
  });
  if (!response.ok && !allowed.includes(response.status)) {
    const error = new ControlError(response.status, await message(response));
    if (error.needsToken) {
      onTokenNeeded();
    }
    throw error;
  }
  return response;
}

async function message(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error.message;
  } catch {
    return `The server responded with status ${response.status}.`;
  }
}

/** Sends a request and reads JSON. A seed is a text: JavaScript would round its number. */
async function json(method, path, options) {
  const text = await (await send(method, path, options)).text();
  return JSON.parse(text.replace(LONG_INTEGER, '$1"$2"'));
}

export const get = (path, options) => json("GET", path, options);
export const post = (path, body, options) => json("POST", path, { ...options, body });
export const put = (path, body, options) => json("PUT", path, { ...options, body });
export const patch = (path, body, options) => json("PATCH", path, { ...options, body });
export const remove = (path, options) => json("DELETE", path, options);

/** Reads a list page by page. `each` receives the items of every page. */
export async function pages(path, field, each, { query = {}, ...options } = {}) {
  let cursor;
  do {
    const page = await get(path, { ...options, query: { limit: 1000, ...query, cursor } });
    each(page[field]);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
}

const cached = new Map();

/** Reads a document that does not change while the server runs, such as a contract. */
export function loadOnce(path) {
  if (!cached.has(path)) {
    const loaded = get(path);
    loaded.catch(() => cached.delete(path));
    cached.set(path, loaded);
  }
  return cached.get(path);
}
