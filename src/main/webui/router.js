/** The address of a page is the part of the URL after "#": "#/sandboxes/1a2b3c/timeline?task=…". */

import { useEffect, useState } from "./ui/preact.js";

/** The current route: its path segments and its query. */
function route() {
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const segments = path.split("/").filter(Boolean).map(decoded);
  return { segments, query: Object.fromEntries(new URLSearchParams(query ?? "")) };
}

/** A segment of an address; one that is not encoded correctly stays as it is. */
function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The link to a page. Query values that are undefined are left out. */
export function link(segments, query = {}) {
  const values = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const path = segments.map(encodeURIComponent).join("/");
  return `#/${path}${values.length ? `?${new URLSearchParams(values)}` : ""}`;
}

/** Opens a page. `replace` leaves no entry in the browser's history. */
export function open(segments, query, { replace = false } = {}) {
  const target = link(segments, query);
  if (replace) {
    history.replaceState(null, "", target);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = target;
  }
}

/** The current route, for a component that renders again when it changes. */
export function useRoute() {
  const [current, setCurrent] = useState(route);
  useEffect(() => {
    const update = () => setCurrent(route());
    addEventListener("hashchange", update);
    return () => removeEventListener("hashchange", update);
  }, []);
  return current;
}
