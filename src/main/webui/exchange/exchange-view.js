/** A request and its response, side by side. */

import { html } from "../ui/preact.js";
import { Notice } from "../ui/basics.js";
import { duration, shortId, time } from "../ui/format.js";
import { link } from "../router.js";
import { FaultBadges, faultsOf, taskFaultOf } from "./exchange-faults.js";
import { CurlCommand } from "./curl-command.js";
import { Message } from "./message.js";
import { HttpStatus } from "./http-status.js";

/**
 * @param exchange as GET /journal has it, with headers and bodies
 * @param isInTask whether the page shows the exchange's task already
 */
export function ExchangeView({ exchange, store, isInTask = false }) {
  const { request, answer } = exchange;
  const faults = faultsOf({ fault: exchange.fault, ...answer }, taskFaultOf(store, exchange));
  return html`<article class="exchange stack tight" aria-label=${`Exchange ${exchange.number}`}>
    <div class="row">
      <span class="soft number">#${exchange.number}</span>
      <strong class="mono">${request.method}</strong>
      <span class="mono break">${request.path}</span>
      <${HttpStatus} status=${answer.status} />
      <${FaultBadges} faults=${faults} />
    </div>
    ${exchange.warnings.map((warning) => html`<${Notice}><strong>Warning:</strong> ${warning}<//>`)}
    ${faults.ofResponse.length > 0 && html`<${Notice} kind="fault">Injected fault: <strong>${faults.ofResponse.join(", ")}</strong><//>`}
    ${faults.ofTask.length > 0 && html`<${Notice} kind="plain">Fault of the task, which did not change this response: <strong>${faults.ofTask.join(", ")}</strong><//>`}
    ${!answer.whole && html`<${Notice} kind="fault">${cutText(answer)}<//>`}
    <${InlineFacts} facts=${facts(exchange, !isInTask && taskLink(exchange, store))} />
    <div class="exchange-sides">
      <${Message} title="Request" message=${request} />
      <${Message} title="Response" message=${answer} />
    </div>
    <div class="row">
      <a class="button small" href=${link(["sandboxes", store.handle, "verify"], { exchange: exchange.number })}>Verify this</a>
    </div>
    <${CurlCommand} exchange=${exchange} />
  </article>`;
}

function taskLink({ task_id: id, public_id: publicId }, store) {
  return id && html`<a href=${link(["sandboxes", store.handle, "timeline"], { task: id })}>Task ${shortId(publicId ?? id)}</a>`;
}

function facts({ at, arrived_at: arrivedAt, duration_ms: milliseconds, dialect, operation, task_status: taskStatus }, task) {
  const show = (text) => time(Date.parse(text), { withDate: true, withMilliseconds: true });
  return [
    ["Sandbox time", html`<span class="number">${show(at)}</span>`],
    ["Real time", html`<span class="number">${show(arrivedAt)}</span>`],
    ["Duration", duration(milliseconds)],
    ["Vendor", operation ? `${dialect}, ${operation}` : dialect],
    ["Task", task || undefined],
    ["Task status in the response", taskStatus],
  ];
}

/** Facts one after the other, to leave the place to the messages. */
function InlineFacts({ facts }) {
  return html`<dl class="exchange-facts small">
    ${facts
      .filter(([, description]) => description !== null && description !== undefined)
      .map(([term, description]) => html`<div><dt>${term}</dt> <dd>${description}</dd></div>`)}
  </dl>`;
}

function cutText({ status }) {
  return status === 0
    ? "The client got no response."
    : "The client did not get the whole response: a fault cut it off, or the client disconnected.";
}
