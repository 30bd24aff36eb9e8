/** What a task has cost: the entries of the ledger about it. */

import { html } from "../ui/preact.js";
import { Loading } from "../ui/load.js";
import { amount, time } from "../ui/format.js";
import { get } from "../api/control.js";
import { useLive } from "./use-live.js";

/** An entry's effect on the balance. The hold has taken the credits already when they are captured. */
const SIGNS = { hold: "−", refund: "+", grant: "+", capture: "" };

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
    : html`<div class="scroll-x" tabindex="0" role="group" aria-label="Entries of the ledger"><table class="table number">
        <thead>
          <tr><th scope="col">Entry</th><th scope="col">Amount</th><th scope="col">Balance after it</th><th scope="col">Time</th></tr>
        </thead>
        <tbody>
          ${data.entries.map(
            ({ number: key, kind, amount: value, balance, at }) => html`<tr key=${key}>
              <td>${kind}</td>
              <td>${SIGNS[kind] ?? ""}${amount(value)}</td>
              <td>${amount(balance)}</td>
              <td>${time(Date.parse(at), { withMilliseconds: true })}</td>
            </tr>`,
          )}
        </tbody>
      </table></div>`;
}
