/** Loading data for a component. */

import { html, useCallback, useEffect, useState } from "./preact.js";
import { Button, Notice } from "./basics.js";

/**
 * Loads data when the component appears and when one of `inputs` changes.
 *
 * @param load an async function, which gets an AbortSignal
 * @return `data` and `error`, undefined until known, and `reload`, which loads again and keeps the old data until then
 */
export function useLoaded(load, inputs) {
  const [result, setResult] = useState({});
  const [count, setCount] = useState(0);
  useEffect(() => setResult({}), inputs);
  useEffect(() => {
    const stop = new AbortController();
    load(stop.signal).then(
      (data) => stop.signal.aborted || setResult({ data }),
      (error) => stop.signal.aborted || setResult(({ data }) => ({ data, error })),
    );
    return () => stop.abort();
  }, [...inputs, count]);
  return { ...result, reload: useCallback(() => setCount((previous) => previous + 1), []) };
}

/** What a component shows while its data is loading, or when loading failed. */
export function Loading({ error, reload, what = "Loading…" }) {
  return error
    ? html`<${Notice} kind="fault" role="alert">${error.message} ${reload && html`<${Button} kind="small" onClick=${reload}>Try again<//>`}<//>`
    : html`<p class="empty">${what}</p>`;
}
