/** Sends a request from this page and reads its response as it arrives. */

import { EventStream } from "../api/event-stream.js";
import { parsed } from "../ui/json.js";

/** More events of a stream than this are counted, but not kept. */
const MAX_EVENTS = 500;
const MAX_TEXT = 64 * 1024 * 1024;

/**
 * @param request from requestOf()
 * @param onChange called with each new state of the response: `status`, `statusText`, `headers` (pairs), and as they
 *     arrive `text`, `json`, `events` or `blob`; `isDone`, `milliseconds`, and `failure` if the response did not arrive
 *     as a whole
 */
export async function sendRequest(request, key, signal, onChange) {
  const start = performance.now();
  let state = { headers: [], isDone: false };
  const change = (changes) => {
    state = { ...state, ...changes, milliseconds: performance.now() - start };
    onChange(state);
  };
  change({});
  const headers = headersOf(request, key);
  if (headers === undefined) {
    change({ isDone: true, failure: "The key has characters that no HTTP header can have, so nothing was sent." });
    return state;
  }
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers,
      body: request.text ?? (request.parts && formOf(request.parts)),
      credentials: "omit",
      cache: "no-store",
      signal,
    });
    change({ status: response.status, statusText: response.statusText, headers: [...response.headers] });
    await readBody(response, change);
    change({ isDone: true });
  } catch (error) {
    change({ isDone: true, failure: signal.aborted ? "You stopped the request." : failureText(error, state.status) });
  }
  return state;
}

function headersOf({ credential, headers }, key) {
  try {
    return new Headers([...(credential ? [[credential[0], credential[1] + key]] : []), ...headers]);
  } catch {
    return undefined;
  }
}

function formOf(parts) {
  const form = new FormData();
  parts.forEach(([name, value]) => form.append(name, value));
  return form;
}

async function readBody(response, change) {
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("image/")) {
    change({ blob: await response.blob() });
  } else if (type.startsWith("text/event-stream")) {
    await readEvents(response, change);
  } else {
    await readText(response, change);
  }
}

/** Keeps what has arrived if the connection breaks. */
async function readText(response, change) {
  let text = "";
  try {
    await eachPiece(response, (piece) => (text += text.length < MAX_TEXT ? piece : ""));
  } finally {
    change({ text, json: parsed(text) });
  }
}

async function readEvents(response, change) {
  const stream = new EventStream();
  const events = [];
  let left = 0;
  await eachPiece(response, (piece) => {
    for (const { event, data } of stream.read(piece)) {
      events.length < MAX_EVENTS ? events.push({ event, data, json: parsed(data) }) : left++;
    }
    change({ events: [...events], left });
  });
}

async function eachPiece(response, action) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader.read()) {
    action(piece.value);
  }
}

function failureText(error, status) {
  return status === undefined
    ? `No response arrived: the connection was refused, closed or reset, or the response was not HTTP. That is what a client sees of the faults reset, empty and garbage. Without such a fault, the server may have stopped. (${error.message})`
    : `The response ended too early: the connection was closed before its end. That is what a client sees of the faults truncate, broken_chunk and reset. (${error.message})`;
}
