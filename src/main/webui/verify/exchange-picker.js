/** The list of recent exchanges to choose from. */

import { html, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { count, line, time } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { hasWords, wordsOf } from "../ui/words.js";
import { get } from "../api/control.js";
import { FaultBadges, faultsOf, taskFaultOf } from "../exchange/exchange-faults.js";
import { HttpStatus } from "../exchange/http-status.js";
import { link } from "../router.js";

const RECENT = 200;
const SHOWN = 50;
const MAX_PROMPT = 120;

/** @param current the number of the chosen exchange */
export function ExchangePicker({ store, current }) {
  const { handle } = store;
  const { data, error, reload } = useLoaded((signal) => load(handle, signal), [handle]);
  const [filter, setFilter] = useState("");
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  const words = wordsOf(filter);
  const found = data.filter(({ exchange, text }) => hasWords(`${text} ${promptOf(store, exchange) ?? ""}`.toLowerCase(), words));
  return html`<div class="stack tight">
    <div class="row filter-row">
      <${Field} label="Filter">
        ${(props) => html`<input class="input" type="search" placeholder="POST, 429, a prompt…" value=${filter} onInput=${(event) => setFilter(event.target.value)} ...${props} />`}
      <//>
      <${Button} onClick=${reload}>Refresh<//>
    </div>
    ${found.length === 0
      ? html`<p class="empty">${data.length === 0 ? "No request has come with this key yet." : "No recent request matches."}</p>`
      : html`<ul class="exchange-list">
          ${found.slice(0, SHOWN).map(({ exchange }) => html`<${Choice} key=${exchange.number} store=${store} exchange=${exchange} isCurrent=${exchange.number === current} />`)}
        </ul>`}
    ${found.length > SHOWN && html`<p class="soft small">The newest ${SHOWN} of ${count(found.length, "request")}. Filter to find others.</p>`}
  </div>`;
}

/** The newest exchanges first, with the text that the filter searches besides their prompts. */
async function load(handle, signal) {
  const { exchanges } = await get("journal", { handle, signal, query: { detail: "summary", limit: RECENT } });
  return exchanges.reverse().map((exchange) => ({ exchange, text: textOf(exchange) }));
}

function textOf({ number, request, answer, operation, fault }) {
  return [number, request.method, request.path, answer.status, operation, fault].join(" ");
}

/** The prompt of a create request, if the page knows its task. */
function promptOf(store, { operation, task_id: id }) {
  return operation === "create" ? store.lanes.byId.get(id)?.task?.prompt : undefined;
}

function Choice({ store, exchange, isCurrent }) {
  const { number, request, answer, at } = exchange;
  const prompt = promptOf(store, exchange);
  const faults = faultsOf({ fault: exchange.fault, ...answer }, taskFaultOf(store, exchange));
  return html`<li>
    <a href=${link(["sandboxes", store.handle, "verify"], { exchange: number })} aria-current=${isCurrent ? "true" : undefined}>
      <span class="soft number">${number}</span>
      <span class="soft number">${time(Date.parse(at))}</span>
      <span class="mono break">${request.method} ${request.path}</span>
      <${HttpStatus} status=${answer.status} />
      <${FaultBadges} faults=${faults} />
      ${prompt && html`<span class="prompt soft small">${line(prompt, MAX_PROMPT)}</span>`}
    </a>
  </li>`;
}
