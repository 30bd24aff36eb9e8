import { useEffect } from "./preact.js";

/** Sets the title of the browser's tab; undefined keeps the old one. */
export function useTitle(title) {
  useEffect(() => {
    if (title !== undefined) {
      document.title = `${title} · Darkroom`;
    }
  }, [title]);
}
