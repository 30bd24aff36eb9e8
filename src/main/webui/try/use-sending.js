/** Sending of requests, one at a time. */

import { useEffect, useRef, useState } from "../ui/preact.js";
import { address, headers } from "../api/control.js";
import { sendRequest } from "./send.js";

/**
 * @return `response` (the state from sendRequest(), and the id of its `operation`; undefined before the first request),
 *     `handle` (of the sandbox of its key), and the actions `send`, `stop` and `clear`
 */
export function useSending() {
  const [response, setResponse] = useState();
  const [handle, setHandle] = useState();
  const sending = useRef();
  const stop = () => sending.current?.abort();
  useEffect(() => stop, []);
  const send = async (request, key) => {
    stop();
    const current = new AbortController();
    sending.current = current;
    const isCurrent = () => sending.current === current;
    setHandle(undefined);
    const last = await sendRequest(request, key, current.signal, (state) => isCurrent() && setResponse({ ...state, operation: request.operation }));
    if (last.status !== undefined && request.credential) {
      const found = await handleOf(key);
      isCurrent() && setHandle(found);
    }
  };
  const clear = () => {
    stop();
    sending.current = undefined;
    setResponse(undefined);
    setHandle(undefined);
  };
  return { response, handle, send, stop, clear };
}

/** The handle of a key's sandbox; undefined if the server has none. */
async function handleOf(key) {
  const response = await fetch(address("sandbox"), { headers: { ...headers(), Authorization: `Bearer ${key}` }, cache: "no-store" });
  return response.ok ? (await response.json()).handle : undefined;
}
