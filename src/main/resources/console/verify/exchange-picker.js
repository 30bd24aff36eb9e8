/** The list of recent exchanges to choose from. */

import { html, useState } from "../ui/preact.js";
import { Badge, Button, Field } from "../ui/basics.js";
import { count, time } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { hasWords, wordsOf } from "../ui/words.js";
import { get } from "../api/control.js";
import { HttpStatus } from "../exchange/http-status.js";
import { link } from "../router.js";

const RECENT = 200;
const SHOWN = 50;

/** @param current the number of the chosen exchange */
export function ExchangePicker({ handle, current }) {
  const { data, error, reload } = useLoaded((signal) => load(handle, signal), [handle]);
  const [filter, setFilter] = useState("");
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  const words = wordsOf(filter);
  const found = data.filter(({ text }) => hasWords(text, words));
  return html`<div class="stack tight">
    <div class="row filter-row">
      <${Field} label="Filter">
        ${(props) => html`<input class="input" type="search" placeholder="POST, 429, /v1/tasks…" value=${filter} onInput=${(event) => setFilter(event.target.value)} ...${props} />`}
      <//>
      <${Button} onClick=${reload}>Refresh<//>
    </div>
    ${found.length === 0
      ? html`<p class="empty">${data.length === 0 ? "No request has come with this key yet." : "No recent request matches."}</p>`
      : html`<ul class="exchange-list">
          ${found.slice(0, SHOWN).map(({ exchange }) => html`<${Choice} key=${exchange.number} handle=${handle} exchange=${exchange} isCurrent=${exchange.number === current} />`)}
        </ul>`}
    ${found.length > SHOWN && html`<p class="soft small">The newest ${SHOWN} of ${count(found.length, "request")}. Filter to find others.</p>`}
  </div>`;
}

/** The newest exchanges first, with the text that the filter searches. */
async function load(handle, signal) {
  const { exchanges } = await get("journal", { handle, signal, query: { detail: "summary", limit: RECENT } });
  return exchanges.reverse().map((exchange) => ({ exchange, text: textOf(exchange).toLowerCase() }));
}

function textOf({ number, request, answer, operation, fault }) {
  return [number, request.method, request.path, answer.status, operation, fault].join(" ");
}

function Choice({ handle, exchange, isCurrent }) {
  const { number, request, answer, fault, at } = exchange;
  return html`<li>
    <a href=${link(["sandboxes", handle, "verify"], { exchange: number })} aria-current=${isCurrent ? "true" : undefined}>
      <span class="soft number">${number}</span>
      <span class="soft number">${time(Date.parse(at))}</span>
      <span class="mono break">${request.method} ${request.path}</span>
      <${HttpStatus} status=${answer.status} />
      ${fault && html`<${Badge} tone="fault">${fault}<//>`}
    </a>
  </li>`;
}
