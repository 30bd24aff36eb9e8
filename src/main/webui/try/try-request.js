/** The request of one vendor: its form, its command and its response. */

import { html, useEffect, useMemo, useRef, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { Code } from "../ui/code.js";
import { parsed } from "../ui/json.js";
import { SchemaForm } from "../forms/schema-form.js";
import { Description } from "../forms/field-parts.js";
import { open } from "../router.js";
import { BodyForm } from "./body-form.js";
import { commandOf } from "./command.js";
import { operationsOf, parameterSchema, pollOf } from "./contract.js";
import { fieldErrors } from "./errors.js";
import { KeyField } from "./key-field.js";
import { keyFor, rememberKey } from "./keys.js";
import { OperationFields } from "./operation-fields.js";
import { requestOf } from "./request.js";
import { ResponseView } from "./response-view.js";
import { TriggerChooser } from "./trigger-chooser.js";
import { keyTriggers, promptPath, promptTriggers, withTrigger } from "./triggers.js";
import { startFor, startOf } from "./try-form.js";
import { useSending } from "./use-sending.js";

const ROOT = new URL("../../", document.baseURI);

export function TryRequest({ vendor, operationId, contract, vocabulary, control, children }) {
  const operations = useMemo(() => operationsOf(contract), [contract]);
  const [form, setForm] = useState(() => startFor(contract, operationId));
  const [key, setKey] = useState(() => keyFor(vendor));
  const [withKey, setWithKey] = useState(true);
  const { response, handle, send, stop, clear } = useSending();
  const sendButton = useRef();
  const { operation, parameters, body, value, raw } = form;
  useEffect(() => rememberKey(vendor, key), [key]);
  useEffect(() => operationId !== undefined && operationId !== form.operation.id && setForm(startFor(contract, operationId)), [operationId]);

  const change = (changes) => setForm((old) => ({ ...old, ...changes }));
  const start = (next) => {
    setForm(next);
    open(["try", vendor.name, next.operation.id], {}, { replace: true });
  };
  const request = requestOf({ base: new URL(vendor.name, ROOT).href, operation, parameters, body, value, raw, key });
  const command = commandOf(request, key, { withKey });
  const found = response?.isDone ? pollOf(operations, response.json) : undefined;
  const poll = found?.operation.id === response?.operation ? undefined : found;
  const errors = response?.isDone && response.status >= 400 ? fieldErrors(response.json) : {};
  const onPoll = () => {
    start(startOf(contract, poll.operation, { parameters: poll.parameters }));
    sendButton.current.querySelector("button").focus();
  };
  const onOperation = (next) => {
    start(next);
    clear();
  };

  return html`<form class="stack" onSubmit=${(event) => event.preventDefault()}>
    <div class="card stack">
      <div class="try-fields">
        ${children}
        <${OperationFields} contract=${contract} operations=${operations} form=${form} onStart=${onOperation} />
      </div>
      ${operation.scheme && html`<${KeyField} vendor=${vendor} value=${key} onChange=${setKey} triggers=${keyTriggers(vocabulary)} />`}
      <div class="row" ref=${sendButton}>
        <${Button} kind="primary" onClick=${() => send(request, key)}>Send<//>
        <span class="mono break">${request.method} ${new URL(request.url).pathname}</span>
      </div>
    </div>
    <div class="try-columns">
      <div class="card stack" role="group" aria-label="Request">
        <h2>${operation.summary}</h2>
        <${Description} text=${operation.description} />
        ${operation.parameters.length > 0 &&
        html`<${SchemaForm} key=${`${form.revision}-parameters`} document=${contract} schema=${parameterSchema(operation)} value=${parameters} onChange=${(changed) => change({ parameters: changed ?? {} })} errors=${errors} />`}
        ${body && html`<${Triggers} vendor=${vendor} vocabulary=${vocabulary} control=${control} form=${form} onChange=${change} />`}
        ${body && html`<${BodyForm} document=${contract} body=${body} value=${value} raw=${raw} errors=${errors} formKey=${form.revision}
          onChange=${(changed) => change({ value: changed })} onRaw=${(text) => change({ raw: text })} />`}
      </div>
      <div class="stack">
        ${response && html`<${ResponseView} response=${response} poll=${poll} onPoll=${onPoll} handle=${handle} onStop=${stop} />`}
        <section class="card stack tight" aria-label="Command">
          <h2>The same with curl</h2>
          <${Code} text=${command} label="curl command" />
          ${request.credential && html`<label class="row small"><input type="checkbox" checked=${withKey} onChange=${(event) => setWithKey(event.target.checked)} /> Set the key in the command</label>`}
          ${request.parts?.some(([, part]) => part instanceof Blob) && html`<p class="soft small">curl reads the file from the folder in which it runs.</p>`}
        </section>
      </div>
    </div>
  </form>`;
}

/** The choice of triggers, if the request has a prompt that is a text. */
function Triggers({ vendor, vocabulary, control, form, onChange }) {
  const triggers = useMemo(() => promptTriggers(vocabulary, control, vendor), [vocabulary, control, vendor]);
  const value = form.raw === undefined ? form.value : parsed(form.raw);
  const path = promptPath(value);
  if (value === undefined || path === undefined) {
    return null;
  }
  const insert = (trigger) => {
    const changed = withTrigger(value, path, trigger);
    onChange(form.raw === undefined ? { value: changed } : { raw: JSON.stringify(changed, null, 2) });
  };
  return html`<${TriggerChooser} triggers=${triggers} onInsert=${insert} />`;
}
