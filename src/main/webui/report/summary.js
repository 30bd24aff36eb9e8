/** What happened in the sandbox, in numbers. Each leads to the list of what it counts. */

import { html, useMemo } from "../ui/preact.js";
import { number } from "../ui/format.js";
import { link } from "../router.js";
import { faultsOf, taskFaultOf } from "../exchange/exchange-faults.js";
import { responseFault, STATUSES } from "../requests/filter.js";

const CALLBACK_STATES = { delivered: "delivered", waiting: "waiting", sending: "being sent", given_up: "given up" };
const TASK_STATES = ["completed", "failed", "processing", "pending"];

/** Links to tasks whose callbacks are given up. */
const SHOWN_TASKS = 20;

/** @param callbacks from loadCallbacks() */
export function Summary({ store, callbacks }) {
  const { statuses, responses, tasks } = useMemo(() => countAll(store), [store.version]);
  const to = (view, query) => link(["sandboxes", store.handle, view], query);
  const counts = store.sandbox.tasks;
  return html`<section class="card stack tight" aria-label="What happened">
    <h2>What happened</h2>
    <dl class="facts">
      <${Row} term="Requests" items=${STATUSES.map(([status, text]) => [text, statuses.get(status), to("requests", { status })])} />
      <${Row} term="Faults of responses" items=${sorted(responses).map(([name, total]) => [name, total, to("requests", { fault: responseFault(name) })])} />
      <${Row} term="Tasks" items=${TASK_STATES.map((status) => [status, counts[status], to("timeline", { filter: status })])} />
      <${Row} term="Faults of tasks" items=${sorted(tasks).map(([name, total]) => [name, total, to("timeline", { filter: name })])} />
      <${Callbacks} callbacks=${callbacks} to=${to} />
    </dl>
  </section>`;
}

/** @param items a text, how often, and an address, for each number */
function Row({ term, items }) {
  const shown = items.filter(([, total]) => total > 0);
  return html`<dt>${term}</dt>
    <dd class="row">
      ${shown.length === 0 ? "none" : shown.map(([text, total, address]) => html`<span>${text}: ${address ? html`<a class="number" href=${address} aria-label=${`${text}: ${total}`}>${number(total)}</a>` : number(total)}</span>`)}
    </dd>`;
}

/** The tasks whose callbacks are given up are few, and what a user looks for. */
function Callbacks({ callbacks: { totals, givenUp }, to }) {
  const items = Object.entries(CALLBACK_STATES).map(([state, text]) => [text, totals.get(state), state === "given_up" && to("timeline", { filter: text })]);
  return html`<${Row} term="Callbacks" items=${items} />
    ${givenUp.length > 0 &&
    html`<dt>Never delivered</dt>
      <dd class="row">
        ${givenUp.slice(0, SHOWN_TASKS).map((task, index) => html`<a href=${to("timeline", { task })}>Callback ${index + 1}</a>`)}
        ${givenUp.length > SHOWN_TASKS && html`<span>and ${number(givenUp.length - SHOWN_TASKS)} more</span>`}
      </dd>`}`;
}

function countAll(store) {
  const statuses = new Map();
  const responses = new Map();
  const tasks = new Map();
  for (const exchange of store.exchanges.all) {
    add(statuses, String(Math.floor(exchange.status / 100)));
    if (exchange.fault !== null) {
      faultsOf(exchange, taskFaultOf(store, exchange)).ofResponse.forEach((name) => add(responses, name));
    }
  }
  store.lanes.all.forEach(({ task }) => task?.fault?.split(", ").forEach((name) => add(tasks, name)));
  return { statuses, responses, tasks };
}

function add(counts, name) {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The most frequent first. */
function sorted(counts) {
  return [...counts].sort(([, one], [, other]) => other - one);
}
