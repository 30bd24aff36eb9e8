import { useEffect, useMemo } from "../ui/preact.js";
import { useChanges } from "../ui/use-changes.js";
import { SandboxStore } from "./sandbox-store.js";

/** The store of a sandbox, which follows the sandbox while the component exists. */
export function useStore(handle) {
  const store = useMemo(() => new SandboxStore(handle), [handle]);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  useChanges(store);
  return store;
}
