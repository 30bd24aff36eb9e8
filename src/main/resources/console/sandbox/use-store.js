import { useEffect, useMemo, useState } from "../ui/preact.js";
import { SandboxStore } from "./sandbox-store.js";

/** The store of a sandbox, which follows the sandbox while the component exists. */
export function useStore(handle) {
  const store = useMemo(() => new SandboxStore(handle), [handle]);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  useVersion(store);
  return store;
}

/** Renders the component again when the store has changed. */
function useVersion(store) {
  const [, render] = useState(0);
  useEffect(() => store.subscribe(() => render(store.version)), [store]);
}
