import { useEffect, useRef } from "../ui/preact.js";
import { useLoaded } from "../ui/load.js";

/** Changes cause at most one request in this time, in milliseconds. */
const PAUSE = 700;

/**
 * As {@link useLoaded}, and loads again soon after `trigger` has changed. While a request runs, there is no other.
 *
 * @param trigger a value that changes when the data may have changed
 */
export function useLive(load, inputs, trigger) {
  const state = useRef({ isLoading: false });
  const loaded = useLoaded(async (signal) => {
    state.current.isLoading = true;
    try {
      return await load(signal);
    } finally {
      state.current.isLoading = false;
    }
  }, inputs);
  useEffect(() => {
    const { current } = state;
    const reload = () => {
      current.timer = current.isLoading ? setTimeout(reload, PAUSE) : undefined;
      if (!current.isLoading) {
        loaded.reload();
      }
    };
    if (current.isStarted) {
      current.timer ??= setTimeout(reload, PAUSE);
    }
    current.isStarted = true;
  }, [trigger]);
  useEffect(() => () => clearTimeout(state.current.timer), []);
  return loaded;
}
