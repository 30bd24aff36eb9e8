/** The receivers that the account has set up. The server never shows their secrets, so a new list needs all of them. */

import { html, useState } from "../ui/preact.js";
import { Button, Field, Notice } from "../ui/basics.js";
import { fieldError, SubmitButton, useSubmit } from "../ui/submit.js";
import { put } from "../api/control.js";

const MAX = 16;

export function Webhooks({ store }) {
  const [isEditing, setEditing] = useState(false);
  const { webhooks } = store.sandbox;
  return html`<section class="card stack" aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    ${webhooks.length === 0
      ? html`<p class="soft">There are no webhooks. An API with webhooks sends an event to each of them when a task ends.</p>`
      : html`<ul class="webhooks">
          ${webhooks.map(({ url, secret, events }) => html`<li class="break">
            <span class="mono">${url}</span> <span class="soft small">${events ? events.join(", ") : "all events"}, secret ${secret}</span>
          </li>`)}
        </ul>`}
    ${isEditing
      ? html`<${WebhookForm} store=${store} onDone=${() => setEditing(false)} />`
      : html`<div class="row"><${Button} onClick=${() => setEditing(true)}>${webhooks.length === 0 ? "Add a webhook" : "Change webhooks"}<//></div>`}
  </section>`;
}

const EMPTY = { url: "", secret: "", events: "" };

function WebhookForm({ store, onDone }) {
  const { webhooks } = store.sandbox;
  const [rows, setRows] = useState(() =>
    webhooks.length === 0 ? [EMPTY] : webhooks.map(({ url, events }) => ({ url, secret: "", events: (events ?? []).join(", ") })));
  const { submit, isBusy, error } = useSubmit(async () => {
    store.setSandbox(await put("sandbox", { webhooks: rows.map(written) }, { handle: store.handle }));
    onDone();
  });
  const { field, hint } = error ? fieldError(error) : {};
  const change = (index, edit) => setRows(rows.map((row, i) => (i === index ? { ...row, ...edit } : row)));
  const errorOf = (index, name) => (field?.startsWith(`webhooks[${index}].${name}`) ? hint : undefined);
  const isElsewhere = error && !rows.some((_, index) => Object.keys(EMPTY).some((name) => errorOf(index, name)));
  return html`<form class="stack" aria-label="Webhooks" onSubmit=${submit} novalidate>
    ${webhooks.length > 0 && html`<${Notice} kind="plain">The server shows no secrets. Enter the secret of each webhook that stays.<//>`}
    ${rows.map((row, index) => {
      const input = (name, label, extra) => html`<${Field} label=${label} error=${errorOf(index, name)}>
        ${(props) => html`<input class="input mono" autocomplete="off" value=${row[name]} onInput=${(event) => change(index, { [name]: event.target.value })} ...${extra} ...${props} />`}
      <//>`;
      return html`<fieldset class="webhook">
        <legend>Webhook ${index + 1}</legend>
        ${input("url", "URL", { type: "url", placeholder: "http://localhost:9000/hook" })}
        <div class="row secret">
          ${input("secret", "Secret", { placeholder: "whsec_…" })}
          <${Button} kind="small" onClick=${() => change(index, { secret: newSecret() })}>Generate<//>
        </div>
        ${input("events", "Events", { placeholder: "all" })}
        <div class="row"><${Button} kind="small danger" onClick=${() => setRows(rows.filter((_, i) => i !== index))} label=${`Remove webhook ${index + 1}`}>Remove<//></div>
      </fieldset>`;
    })}
    ${isElsewhere && html`<${Notice} kind="fault" role="alert">${hint}<//>`}
    <div class="row">
      <${SubmitButton} kind="primary" isBusy=${isBusy}>Save webhooks<//>
      ${rows.length < MAX && html`<${Button} onClick=${() => setRows([...rows, EMPTY])}>Add another<//>`}
      <${Button} kind="plain" onClick=${onDone}>Cancel<//>
    </div>
  </form>`;
}

function written({ url, secret, events }) {
  const names = events.split(",").map((name) => name.trim()).filter(Boolean);
  return { url: url.trim(), secret: secret.trim(), ...(names.length > 0 && { events: names }) };
}

function newSecret() {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))))}`;
}
