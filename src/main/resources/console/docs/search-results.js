/** What the search in the documents finds. */

import { html, useMemo, useRef } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { count } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { readAll } from "./library.js";
import { docLink } from "./links.js";
import { entriesOf, find, parts, wordsOf } from "./search.js";
import { withAddress } from "./server-address.js";

/** The arrow keys move between the results. */
export function SearchResults({ query }) {
  const { data: entries, error, reload } = useLoaded(async () => (await readAll()).flatMap(entriesOf), []);
  const list = useRef();
  const found = useMemo(() => entries && find(entries, query), [entries, query]);
  if (!found) {
    return html`<${Loading} error=${error} reload=${reload} what="Reading all pages…" />`;
  }
  const move = (event) => moveFocus(event, [...list.current.querySelectorAll("a")]);
  return html`<section class="stack tight" aria-label="Search results" onKeyDown=${move}>
    <div role="status"><h1 class="results-title">${count(found.total, "result")} for “${query}”</h1></div>
    <ol class="results" ref=${list}>
      ${found.results.map((result) => html`<${Result} key=${`${result.id} ${result.heading}`} result=${result} query=${query} />`)}
    </ol>
    ${found.total > found.results.length && html`<p class="soft">The first ${found.results.length} are shown. Add a word to find others.</p>`}
  </section>`;
}

function moveFocus(event, links) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && links[links.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function Result({ result: { id, title, heading, excerpt, at, rule }, query }) {
  const words = wordsOf(query);
  return html`<li>
    <a href=${docLink(id, { at, filter: rule && heading })}><${Marked} text=${heading} words=${words} /></a>
    <div class="row small">
      ${title !== heading && html`<span class="soft">${title}</span>`}
      ${rule && html`<${Badge}>fidelity<//>`}
    </div>
    <p class="break small"><${Marked} text=${withAddress(excerpt, location.origin)} words=${words} /></p>
  </li>`;
}

function Marked({ text, words }) {
  return parts(text, words).map((part, index) => (index % 2 === 1 ? html`<mark>${part}</mark>` : part));
}
