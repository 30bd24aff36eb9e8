/** The list of documents. */

import { html, useEffect, useRef } from "../ui/preact.js";
import { Loading, useLoaded } from "../ui/load.js";
import { contents } from "./library.js";
import { docLink } from "./links.js";

const NARROW = "(max-width: 900px)";

/** On a narrow screen, the list closes when the user opens a document. */
export function DocsNav({ current }) {
  const { data, error, reload } = useLoaded(contents, []);
  const details = useRef();
  useEffect(() => {
    if (details.current) {
      details.current.open = !matchMedia(NARROW).matches;
    }
  }, [data, current]);
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  return html`<details class="card docs-nav" ref=${details}>
    <summary>All pages</summary>
    <nav class="stack tight" aria-label="Docs">
      <h2>Cookbook</h2>
      <ul>${data.pages.map((page) => html`<${Item} page=${page} current=${current} />`)}</ul>
      <h2>Fidelity</h2>
      <ul>${data.tables.map((page) => html`<${Item} page=${page} current=${current} />`)}</ul>
    </nav>
  </details>`;
}

function Item({ page: { id, name, about }, current }) {
  return html`<li>
    <a href=${docLink(id)} aria-current=${id === current ? "page" : undefined}>
      <span class="name">${name}</span>
      ${about && html`<span class="about small">${about}</span>`}
    </a>
  </li>`;
}
