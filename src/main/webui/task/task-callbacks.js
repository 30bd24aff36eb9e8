/** The callbacks of a task: whether they were delivered, why not, and each attempt. */

import { html } from "../ui/preact.js";
import { Badge, Button, Facts, Notice } from "../ui/basics.js";
import { CopyButton } from "../ui/code.js";
import { Loading } from "../ui/load.js";
import { time } from "../ui/format.js";
import { post } from "../api/control.js";
import { Message } from "../exchange/message.js";
import { absenceNotice, deliveryNotice, reasonOf, relatedWarnings } from "./callback-notice.js";
import { relative } from "./times.js";

const TONES = { delivered: "good", refused: "failed", unanswered: "failed", forbidden: "fault", lost: "fault" };
const STATE_TONES = { delivered: "good", given_up: "fault", sending: "processing", waiting: "pending" };

/**
 * @param loaded the callbacks, as useLoaded has them
 * @param warnings of the request that created the task
 * @param clock `now` in milliseconds, and `isFrozen`
 */
export function TaskCallbacks({ store, task, loaded: { data, error, reload }, warnings, clock }) {
  if (!data) {
    return html`<${Loading} error=${error} reload=${reload} />`;
  }
  return data.length > 0
    ? html`<div class="stack">${data.map((callback) => html`<${Callback} key=${callback.id} store=${store} callback=${callback} clock=${clock} onChange=${reload} />`)}</div>`
    : html`<${Absence} task=${task} hasWebhooks=${store.sandbox.webhooks.length > 0} warnings=${warnings} clock=${clock} />`;
}

function Absence({ task, hasWebhooks, warnings, clock }) {
  const { kind, text } = absenceNotice(task, hasWebhooks, clock);
  return html`<div class="stack tight">
    <${Notice} kind=${kind}>${text}<//>
    ${relatedWarnings(warnings).map((warning) => html`<${Notice}>The create request has a warning: ${warning}<//>`)}
  </div>`;
}

function Callback({ store, callback, clock, onChange }) {
  const { id, url, state, event, webhook_id: webhookId, next_attempt_at: next, attempts, request } = callback;
  const { kind, text } = deliveryNotice(callback, clock);
  const sendAgain = async () => {
    await post(`callbacks/${encodeURIComponent(id)}/redeliver`, undefined, { handle: store.handle });
    onChange();
  };
  return html`<article class="stack tight" aria-label="Callback">
    <${Notice} kind=${kind}>${text}<//>
    <${Facts}
      facts=${[
        ["Receiver", html`<span class="mono">${url}</span> <${CopyButton} text=${url} label="Copy the callback URL" />`],
        ["State", html`<${Badge} tone=${STATE_TONES[state]}>${state.replace("_", " ")}<//>`],
        ["Next attempt", next === null ? undefined : relative(Date.parse(next), clock.now)],
        ["Event", event],
        ["Webhook id", webhookId],
      ]}
    />
    ${attempts.length > 0 && html`<${Attempts} attempts=${attempts} />`}
    <div class="row"><${Button} kind="small" disabled=${state === "sending"} onClick=${sendAgain}>Send again<//></div>
    ${request && html`<${Sent} request=${request} isSent=${attempts.length > 0} />`}
  </article>`;
}

function Attempts({ attempts }) {
  return html`<ol class="attempts" aria-label="Attempts">
    ${attempts.map(
      (attempt) => html`<li key=${attempt.number}>
        <div class="row">
          <strong>Attempt ${attempt.number}</strong>
          <span class="number small soft">${time(Date.parse(attempt.at), { withMilliseconds: true })}</span>
          <${Badge} tone=${TONES[attempt.result]}>${attempt.result.replace("_", " ")}${attempt.status !== undefined && ` ${attempt.status}`}<//>
          ${attempt.fault && html`<${Badge} tone="fault">${attempt.fault}<//>`}
        </div>
        <span class="small">${reasonOf(attempt)}</span>
      </li>`,
    )}
  </ol>`;
}

function Sent({ request, isSent }) {
  const body = typeof request.body === "string" ? request.body : JSON.stringify(request.body);
  return html`<details>
    <summary>${isSent ? "What is sent" : "What will be sent"}</summary>
    <${Message} title="Callback" message=${{ ...request, body_bytes: body.length }} />
  </details>`;
}
