/** What components use of Preact. Its standalone file has no useId, so this adds one. */

import { html, useRef } from "../lib/preact.js";

export { html };
export {
  render,
  useCallback,
  useEffect,
  useErrorBoundary,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "../lib/preact.js";

let ids = 0;

/** An id for elements of the component, which does not change while the component exists. */
export function useId() {
  const id = useRef(null);
  id.current ??= `id-${++ids}`;
  return id.current;
}
