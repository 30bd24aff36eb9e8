/** The page "Docs": the cookbook and the fidelity tables, with a search. */

import { html, useEffect, useMemo, useRef, useState } from "../ui/preact.js";
import { Field, Notice } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { useTitle } from "../ui/use-title.js";
import { open } from "../router.js";
import { DocsNav } from "./docs-nav.js";
import { FidelityTable, isFidelityTable } from "./fidelity-table.js";
import { read } from "./library.js";
import { addressOf, docLink } from "./links.js";
import { blocks } from "./markdown.js";
import { SearchResults } from "./search-results.js";
import { withAddress } from "./server-address.js";

const SEARCH_DELAY = 150;

/** @param segments the id of the document, in parts */
export function DocsPage({ segments, query }) {
  const id = segments.join("/") || "index";
  const search = query.search ?? "";
  return html`<div class="docs">
    <div class="stack docs-side">
      <${SearchField} segments=${segments} search=${search} />
      <${DocsNav} current=${search ? undefined : id} />
    </div>
    ${search
      ? html`<div class="card"><${SearchResults} query=${search} /></div>`
      : html`<${Document} key=${id} id=${id} at=${query.at} filter=${query.filter ?? ""} />`}
  </div>`;
}

/** The search is part of the address, so that the browser's "Back" returns to its results. */
function SearchField({ segments, search }) {
  const [text, setText] = useState(search);
  const timer = useRef();
  useEffect(() => setText(search), [search]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = (value) => open(["docs", ...segments], { search: value.trim() }, { replace: true });
  const input = (value) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => apply(value), SEARCH_DELAY);
  };
  const press = (event) => {
    const action = { Escape: () => input(""), Enter: () => apply(text), ArrowDown: focusFirstResult }[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  };
  return html`<div role="search">
    <${Field} label="Search the docs">
      ${(props) => html`<input class="input" type="search" value=${text} onInput=${(event) => input(event.target.value)} onKeyDown=${press} ...${props} />`}
    <//>
  </div>`;
}

function focusFirstResult() {
  document.querySelector(".results a")?.focus();
}

let openedBefore = false;

/** @param at the id of a heading to show, and `filter` of a fidelity table */
function Document({ id, at, filter }) {
  const { data, error, reload } = useLoaded(() => read(id), [id]);
  useTitle(data?.title);
  useEffect(() => {
    if (data) {
      show(at);
    }
  }, [data, at]);
  const content = useMemo(() => data && elements(data, filter), [data, filter]);
  return data ? html`<article class="card doc">${content}</article>` : html`<${Loading} error=${error} reload=${reload} />`;
}

/** Moves the focus to a heading, or to the title of another document. */
function show(at) {
  const heading = (at && document.getElementById(at)) ?? document.querySelector(".doc h1");
  if (at || openedBefore) {
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }
  openedBefore = true;
}

function elements({ id, tokens, ids }, filter) {
  const context = {
    id: (heading) => ids.get(heading),
    address: (href) => addressOf(href, id),
    text: (text) => withAddress(text, location.origin),
    table: (token) => isFidelityTable(token) ? html`<${FidelityTable} token=${token} context=${context} initialFilter=${filter} />` : undefined,
  };
  return html`${location.protocol === "https:" && html`<${CertificateNote} />`}${blocks(tokens, context)}`;
}

function CertificateNote() {
  return html`<${Notice} kind="plain">
    This page came by HTTPS, so its commands use HTTPS, too. They need Darkroom's certificate: see <a href=${docLink("clients")}>clients</a>.
  <//>`;
}
