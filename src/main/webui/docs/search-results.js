/** What the search in the documents finds. */

import { html, useMemo } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { count } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { moveFocus } from "../ui/move-focus.js";
import { wordsOf } from "../ui/words.js";
import { readAll } from "./library.js";
import { docLink } from "./links.js";
import { entriesOf, find, parts } from "./search.js";
import { withAddress } from "./server-address.js";

/** The arrow keys move between the results. */
export function SearchResults({ query }) {
  const { data: entries, error, reload } = useLoaded(async () => (await readAll()).flatMap(entriesOf), []);
  const found = useMemo(() => entries && find(entries, query), [entries, query]);
  if (!found) {
    return html`<${Loading} error=${error} reload=${reload} what="Reading all pages…" />`;
  }
  return html`<section class="stack tight" aria-label="Search results" onKeyDown=${(event) => moveFocus(event, ".results a")}>
    <div role="status"><h1 class="results-title">${count(found.total, "result")} for “${query}”</h1></div>
    <ol class="results">
      ${found.results.map((result) => html`<${Result} key=${`${result.id} ${result.heading}`} result=${result} query=${query} />`)}
    </ol>
    ${found.total > found.results.length && html`<p class="soft">The first ${found.results.length} are shown. Add a word to find others.</p>`}
  </section>`;
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
