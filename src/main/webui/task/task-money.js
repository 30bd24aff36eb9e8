/** What a task has cost: the entries of the ledger about it. */

import { html } from "../ui/preact.js";
import { Loading } from "../ui/load.js";
import { amount, time } from "../ui/format.js";
import { get } from "../api/control.js";
import { kindText, signedAmount, SIGNS_NOTE } from "../account/ledger-entry.js";
import { useLive } from "./use-live.js";

export function TaskMoney({ store, task }) {
  const { data, error, reload } = useLive(
    (signal) => get("ledger", { handle: store.handle, query: { task_id: task.id }, signal }),
    [store, task.id],
    task.status,
  );
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  return data.entries.length === 0
    ? html`<p class="soft">The ledger has no entry about this task: it costs nothing, or its entries are no longer kept.</p>`
    : html`<div class="scroll-x" tabindex="0" role="group" aria-label="Entries of the ledger"><table class="table number ledger">
        <thead>
          <tr><th scope="col">Entry</th><th scope="col" class="amount">Amount</th><th scope="col" class="amount">Balance after it</th><th scope="col">Time</th></tr>
        </thead>
        <tbody>
          ${data.entries.map(
            (entry) => html`<tr key=${entry.number}>
              <td>${kindText(entry)}</td>
              <td class="amount">${signedAmount(entry)}</td>
              <td class="amount">${amount(entry.balance)}</td>
              <td>${time(Date.parse(entry.at), { withMilliseconds: true })}</td>
            </tr>`,
          )}
        </tbody>
      </table></div>
      ${data.entries.some(({ kind }) => kind === "capture") && html`<p class="soft small">${SIGNS_NOTE}</p>`}`;
}
