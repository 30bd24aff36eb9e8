import { useEffect, useState } from "./preact.js";

/** Renders the component again when `source`, which has `subscribe(listener)`, has changed. */
export function useChanges(source) {
  const [, render] = useState(0);
  useEffect(() => source.subscribe(() => render((count) => count + 1)), [source]);
}
