/** All requests to a sandbox, and the exchange that the user selects. */

import { html, useEffect, useMemo, useRef, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { onEscape } from "../ui/escape.js";
import { count, number as formatted } from "../ui/format.js";
import { faultsOf, taskFaultOf } from "../exchange/exchange-faults.js";
import { ExchangeByNumber } from "../exchange/load-exchange.js";
import { open } from "../router.js";
import { filterOf, faultChoices, matches } from "./filter.js";
import { FilterForm } from "./filter-form.js";
import { linkId, RequestTable } from "./request-table.js";

/** Rows of a page. */
const PAGE = 50;

/** As in requests.css. */
const REPLACES_LIST = "(max-width: 1099px)";

export function RequestsView({ store, query }) {
  const selected = query.exchange === undefined ? undefined : Number(query.exchange);
  return html`<div class=${`requests-view ${selected === undefined ? "" : "with-detail"}`}>
    <${List} store=${store} query=${query} selected=${selected} />
    ${selected !== undefined && html`<${Detail} key=${selected} store=${store} number=${selected} />`}
  </div>`;
}

/** @param query may have the filter to begin with */
function List({ store, query, selected }) {
  const [filter, setFilter] = useState(() => filterOf(query));
  const [isNewestFirst, setNewestFirst] = useState(true);
  const [page, setPage] = useState(0);
  const [pausedAt, pause] = useState(undefined);
  const { all } = store.exchanges;
  const known = pausedAt === undefined ? all : all.filter(({ number }) => number <= pausedAt);
  const faults = (exchange) => faultsOf(exchange, taskFaultOf(store, exchange));
  const choices = useMemo(() => faultChoices(all.map(faults)), [store.version]);
  const found = known.filter((exchange) => matches(exchange, filter, faults));
  const ordered = isNewestFirst ? found.reverse() : found;
  const lastPage = Math.max(0, Math.ceil(ordered.length / PAGE) - 1);
  const shown = Math.min(page, lastPage);
  const change = (changed) => {
    setFilter(changed);
    setPage(0);
  };
  return html`<section class="card stack tight requests-list" aria-label="Requests">
    <${FilterForm} filter=${filter} faults=${choices} onChange=${change} />
    <div class="row spread">
      <span class="number small" role="status">
        ${found.length === known.length ? count(known.length, "request") : `${formatted(found.length)} of ${count(known.length, "request")}`}
        ${pausedAt !== undefined && all.length > known.length && `, ${formatted(all.length - known.length)} new`}
      </span>
      <div class="row">
        <${Button} kind="small" pressed=${pausedAt !== undefined} onClick=${() => pause(pausedAt === undefined ? (all.at(-1)?.number ?? 0) : undefined)}>Pause the list<//>
        <${Button} kind="small" pressed=${isNewestFirst} onClick=${() => (setNewestFirst(!isNewestFirst), setPage(0))}>Newest first<//>
      </div>
    </div>
    ${ordered.length === 0
      ? html`<p class="empty">${all.length === 0 ? "No client has sent a request yet." : "No request matches the filter."}</p>`
      : html`<${RequestTable} exchanges=${ordered.slice(shown * PAGE, (shown + 1) * PAGE)} store=${store} selected=${selected} />`}
    ${lastPage > 0 && html`<${Pager} page=${shown} last=${lastPage} onOpen=${setPage} />`}
  </section>`;
}

function Pager({ page, last, onOpen }) {
  return html`<nav class="row" aria-label="Pages of requests">
    <${Button} kind="small" disabled=${page === 0} onClick=${() => onOpen(page - 1)}>Previous page<//>
    <span class="number small">Page ${page + 1} of ${last + 1}</span>
    <${Button} kind="small" disabled=${page === last} onClick=${() => onOpen(page + 1)}>Next page<//>
  </nav>`;
}

/** On a narrow screen, the exchange takes the place of the list. */
function Detail({ store, number }) {
  const heading = useRef();
  useEffect(() => {
    if (matchMedia(REPLACES_LIST).matches) {
      heading.current.focus();
    }
  }, []);
  const close = () => {
    open(["sandboxes", store.handle, "requests"]);
    requestAnimationFrame(() => document.getElementById(linkId(number))?.focus());
  };
  return html`<section class="card stack tight requests-detail" aria-label="Selected request" onKeyDown=${onEscape(close)}>
    <div class="row spread">
      <h2 tabindex="-1" ref=${heading}>Request #${number}</h2>
      <${Button} kind="small" onClick=${close}>Close<//>
    </div>
    <${ExchangeByNumber} store=${store} number=${number} />
  </section>`;
}
