/** Every request about a task, oldest first. Each opens below its row. */

import { html, useEffect, useMemo, useRef, useState } from "../ui/preact.js";
import { Badge, Notice } from "../ui/basics.js";
import { Loading } from "../ui/load.js";
import { count, time } from "../ui/format.js";
import { get } from "../api/control.js";
import { ExchangeByNumber } from "../exchange/load-exchange.js";
import { HttpStatus } from "../exchange/http-status.js";
import { useLive } from "./use-live.js";

/** The journal has at most this many in one response; older ones are not shown. */
const PAGE = 1000;

/** Rows at first; a client may poll a task very often. */
const SHOWN = 50;

/**
 * The summaries of the exchanges about a task, oldest first.
 *
 * @param latest the number of the last exchange that the page knows of
 */
export function useTaskExchanges(store, id, latest) {
  const { generation } = store;
  const known = useRef({});
  return useLive(
    async (signal) => {
      if (known.current.id !== id || known.current.generation !== generation) {
        known.current = { id, generation, exchanges: [] };
      }
      const since = known.current.exchanges.at(-1)?.number;
      const query = { task_id: id, detail: "summary", limit: PAGE, since };
      const { exchanges } = await get("journal", { handle: store.handle, query, signal });
      if (exchanges.length > 0) {
        known.current.exchanges = [...known.current.exchanges, ...exchanges].slice(-PAGE);
      }
      return known.current.exchanges;
    },
    [store, id, generation],
    latest,
  );
}

/** @param opened the number of the exchange to open and to scroll to */
export function TaskExchanges({ store, loaded: { data, error, reload }, opened }) {
  const [isAll, setAll] = useState(false);
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  if (data.length === 0) {
    return html`<p class="soft">The journal has no request about this task.</p>`;
  }
  const hidden = isAll || data.findIndex(({ number }) => number === opened) >= SHOWN / 2 ? 0 : Math.max(0, data.length - SHOWN);
  const shown = hidden === 0 ? data : [...data.slice(0, SHOWN / 2), ...data.slice(-SHOWN / 2)];
  return html`<ol class="task-exchanges">
    ${shown.map(
      (exchange, index) => html`
        ${hidden > 0 && index === SHOWN / 2 && html`<li key="hidden"><button class="button small" type="button" onClick=${() => setAll(true)}>Show ${count(hidden, "more request")}</button></li>`}
        <${Row} key=${exchange.number} store=${store} exchange=${exchange} isWanted=${exchange.number === opened} />
      `,
    )}
  </ol>`;
}

function Row({ store, exchange, isWanted }) {
  const [isOpen, setOpen] = useState(isWanted);
  const row = useRef();
  useEffect(() => {
    if (isWanted) {
      setOpen(true);
      row.current.scrollIntoView({ block: "start" });
    }
  }, [isWanted]);
  return useMemo(() => {
    const { number, at, request, answer, task_status: taskStatus, fault, warnings } = exchange;
    return html`<li ref=${row}>
      <button class="exchange-row" type="button" aria-expanded=${isOpen} onClick=${() => setOpen(!isOpen)}>
        <span class="number small soft">${time(Date.parse(at), { withMilliseconds: true })}</span>
        <strong>${request.method}</strong>
        <span class="path mono">${request.path}</span>
        <${HttpStatus} status=${answer.status} />
        ${taskStatus !== null && html`<${Badge} tone=${taskStatus}>${taskStatus}<//>`}
        ${fault !== null && html`<${Badge} tone="fault">${fault}<//>`}
      </button>
      ${warnings.map((warning) => html`<${Notice}><strong>Warning:</strong> ${warning}<//>`)}
      ${isOpen && html`<div class="opened"><${ExchangeByNumber} store=${store} number=${number} isInTask=${true} /></div>`}
    </li>`;
  }, [exchange, isOpen, store]);
}
