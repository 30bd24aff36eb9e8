/** The event stream of the control API. EventSource cannot send the control API's token, so this uses fetch. */

import { send } from "./control.js";
import { EventStream } from "./event-stream.js";

const FIRST_RETRY = 500;
const MAX_RETRY = 8000;

/** Without data for this long, the connection is lost. The server sends a comment every 15 seconds. */
const SILENCE = 40_000;

/**
 * Follows the events until the returned function is called, and reconnects when the stream breaks.
 *
 * @param handle of the only sandbox to follow; without it, all sandboxes
 * @param maxRate the maximum number of events per second; more are dropped, and an event "dropped" counts them
 * @param onOpen called for each new connection: what happened before it is unknown
 * @param onEvent called with each event
 * @param onLost called when the connection breaks or cannot be opened, with the error
 */
export function follow({ handle, maxRate, onOpen, onEvent, onLost }) {
  const stop = new AbortController();
  let retry = FIRST_RETRY;
  const run = async () => {
    while (!stop.signal.aborted) {
      const connection = new AbortController();
      const end = () => connection.abort();
      stop.signal.addEventListener("abort", end);
      try {
        const query = { max_rate: maxRate };
        const response = await send("GET", "events", { handle, query, signal: connection.signal });
        retry = FIRST_RETRY;
        onOpen();
        await read(response.body, connection, onEvent);
        onLost(new Error("The server ended the event stream."));
      } catch (error) {
        if (!stop.signal.aborted) {
          onLost(error);
        }
      } finally {
        stop.signal.removeEventListener("abort", end);
      }
      await pause(retry, stop.signal);
      retry = Math.min(MAX_RETRY, retry * 2);
    }
  };
  run();
  return () => stop.abort();
}

async function read(body, connection, onEvent) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const stream = new EventStream();
  for (;;) {
    const silence = setTimeout(() => connection.abort(), SILENCE);
    const { done, value } = await reader.read().finally(() => clearTimeout(silence));
    if (done) {
      return;
    }
    stream.read(value).forEach(({ data }) => onEvent(JSON.parse(data)));
  }
}

function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
