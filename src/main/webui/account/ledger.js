/** The newest entries of the ledger. */

import { html, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { amount, number, shortId, time } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { get } from "../api/control.js";
import { link } from "../router.js";
import { kindText, signedAmount, SIGNS_NOTE } from "./ledger-entry.js";

const STEP = 50;
const MAX = 1000;

export function Ledger({ store }) {
  const [limit, setLimit] = useState(STEP);
  const { ledger } = store.sandbox;
  const version = JSON.stringify(ledger);
  return html`<section class="card stack" aria-labelledby="ledger">
    <h2 id="ledger">Ledger</h2>
    <${Entries} store=${store} limit=${limit} version=${version} onMore=${() => setLimit(Math.min(MAX, limit * 4))} />
  </section>`;
}

/** @param version changes when the ledger has new entries */
function Entries({ store, limit, version, onMore }) {
  const { handle } = store;
  const { data, error, reload } = useLatest((signal) => get("ledger", { handle, query: { limit }, signal }), [handle, limit, version]);
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  const { entries } = data;
  return html`
    <div class="scroll-x" tabindex="0" role="region" aria-label="Entries of the ledger">
      <table class="table ledger">
        <thead>
          <tr><th scope="col">Time</th><th scope="col">What</th><th scope="col">Task</th><th scope="col" class="amount">Credits</th><th scope="col" class="amount">Balance</th></tr>
        </thead>
        <tbody>
          ${entries.toReversed().map((entry) => html`<${Entry} key=${entry.number} entry=${entry} handle=${handle} />`)}
        </tbody>
      </table>
    </div>
    ${entries.some(({ kind }) => kind === "capture") && html`<p class="soft small">${SIGNS_NOTE}</p>`}
    ${entries.length === limit && (limit < MAX
      ? html`<div class="row"><${Button} kind="small" onClick=${onMore}>Show more<//></div>`
      : html`<p class="soft small">These are the newest ${number(MAX)} entries. GET /_darkroom/ledger has more.</p>`)}
  `;
}

function Entry({ entry, handle }) {
  const { at, task_id: task, balance } = entry;
  return html`<tr>
    <td class="number">${time(Date.parse(at), { withDate: true })}</td>
    <td>${kindText(entry)}</td>
    <td>${task ? html`<a class="mono" href=${link(["sandboxes", handle, "timeline"], { task })} title=${task}>${shortId(task)}</a>` : html`<span class="soft">none</span>`}</td>
    <td class="number amount">${signedAmount(entry)}</td>
    <td class="number amount">${amount(balance)}</td>
  </tr>`;
}

/** As useLoaded, but the old data stays until the new data is there. */
function useLatest(load, inputs) {
  const [kept, keep] = useState();
  const loaded = useLoaded(async (signal) => {
    const data = await load(signal);
    keep(data);
    return data;
  }, inputs);
  return { ...loaded, data: loaded.data ?? kept };
}
