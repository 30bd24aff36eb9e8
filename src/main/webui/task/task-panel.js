/** Everything about one task. */

import { html, useEffect, useRef, useState } from "../ui/preact.js";
import { Badge, Button, Notice, Status } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { onEscape } from "../ui/escape.js";
import { line } from "../ui/format.js";
import { get } from "../api/control.js";
import { lastAttempt, lastExchange } from "./lane-changes.js";
import { loadCallbacks } from "./load-callbacks.js";
import { isEnded, planOf } from "./plan.js";
import { TaskActions } from "./task-actions.js";
import { TaskCallbacks } from "./task-callbacks.js";
import { TaskExchanges, useTaskExchanges } from "./task-exchanges.js";
import { TaskFacts } from "./task-facts.js";
import { TaskImages } from "./task-images.js";
import { TaskMoney } from "./task-money.js";
import { useLive } from "./use-live.js";

/**
 * @param id of the task in Darkroom
 * @param exchange the number of the exchange to open, as text; undefined for none
 */
export function TaskPanel({ store, id, exchange, onClose }) {
  const lane = store.lanes.byId.get(id);
  const { generation } = store;
  const { data, error, reload } = useLoaded(
    (signal) => get(`tasks/${encodeURIComponent(id)}`, { handle: store.handle, signal }),
    [store, id, generation],
  );
  const task = lane?.task ?? data;
  const exchanges = useTaskExchanges(store, id, lastExchange(lane));
  const opened = exchange === undefined ? undefined : Number(exchange);
  const panel = useRef();
  const heading = useRef();
  useEffect(() => showTop(panel.current), []);
  return html`<section class="card stack task-panel" aria-label="Task" ref=${panel} onKeyDown=${onEscape(onClose)}>
    <div class="row spread">
      <h2 tabindex="-1" ref=${heading}>Task ${task && html`<${Status} status=${task.status} isHeld=${task.held} />`}</h2>
      <${Button} kind="small" onClick=${onClose} label="Close the task">Close<//>
    </div>
    ${task ? html`<${About} key=${`${id} ${generation}`} store=${store} task=${task} lane=${lane} exchanges=${exchanges} onActionsGone=${() => heading.current?.focus({ preventScroll: true })} />` : html`<${Loading} error=${error} reload=${reload} />`}
    <section class="stack tight" aria-label="Requests about the task">
      <h3>Requests</h3>
      <${TaskExchanges} key=${id} store=${store} loaded=${exchanges} opened=${opened} />
    </section>
    ${task &&
    html`<section class="stack tight" aria-label="Facts">
      <h3>Facts</h3>
      <${TaskFacts} key=${id} task=${task} />
    </section>`}
  </section>`;
}

/** Scrolls to the top of the panel, if it is not in the upper half of the window. */
function showTop(panel) {
  const { top } = panel.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) {
    panel.scrollIntoView({ block: "start" });
  }
}

/** @param onActionsGone called when the button with the focus goes, because the task has ended */
function About({ store, task, lane, exchanges, onActionsGone }) {
  const callbacks = useLive(
    (signal) => loadCallbacks(store, task, signal),
    [store, task.id],
    `${lastAttempt(lane)} ${task.status}`,
  );
  const isCallbackFirst = useRef(false);
  isCallbackFirst.current ||= lane?.undelivered.length > 0 || (callbacks.data ?? []).some(isUndelivered);
  const isWaiting = !isEnded(task) || (callbacks.data ?? []).some(({ next_attempt_at: next }) => next !== null);
  useTick(isWaiting && !store.clock.frozen);
  const clock = { now: store.clock.now(), isFrozen: store.clock.frozen };
  const warnings = (exchanges.data ?? []).filter(({ operation }) => operation === "create").flatMap((create) => create.warnings);
  const outcome = html`<div class="stack" key="outcome">
    <${Outcome} store=${store} task=${task} clock=${clock} />
    ${!isEnded(task) && html`<${TaskActions} store=${store} task=${task} onGone=${onActionsGone} />`}
  </div>`;
  const callback = html`<section class="stack tight" key="callbacks" aria-label="Callbacks">
    <h3>Callback</h3>
    <${TaskCallbacks} store=${store} task=${task} loaded=${callbacks} warnings=${warnings} clock=${clock} />
  </section>`;
  return html`
    <p class="break"><strong>${line(task.prompt, 200)}</strong></p>
    ${isCallbackFirst.current ? [callback, outcome] : [outcome, callback]}
    <section class="stack tight" aria-label="Money">
      <h3>Money</h3>
      <${TaskMoney} store=${store} task=${task} />
    </section>
  `;
}

/** A callback that failed comes first, and stays there when it is delivered at last. */
function isUndelivered({ state, attempts }) {
  return state === "given_up" || (state === "waiting" && attempts.length > 0);
}

function Outcome({ store, task, clock }) {
  const { code, message } = task.outcome;
  const failure = task.outcome.status === "failed" && html`<strong class="mono">${code}</strong> ${message}`;
  return html`<div class="stack tight">
    ${task.images > 0 && html`<${TaskImages} store=${store} task=${task} />`}
    ${task.status === "completed" && task.images === 0 && html`<${Notice} kind="fault">The task has completed without an image: a fault has removed it.<//>`}
    ${task.status === "failed" && html`<${Notice} kind="fault">${failure}<//>`}
    <p>${planOf(task, clock)}</p>
    ${!isEnded(task) && failure && html`<${Notice}>Planned error: ${failure}<//>`}
    ${task.fault !== null && html`<div class="row">Fault of the task: <${Badge} tone="fault">${task.fault}<//></div>`}
  </div>`;
}

/** Renders the component again each second. */
function useTick(isActive) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [isActive]);
}
