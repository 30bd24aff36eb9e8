/** The body of the request, as a form or as JSON. */

import { html } from "../ui/preact.js";
import { Button, Field, Notice } from "../ui/basics.js";
import { SchemaForm } from "../forms/schema-form.js";
import { prune } from "../forms/values.js";
import { parsed } from "../ui/json.js";
import { isForm } from "./request.js";

/**
 * @param raw the text that the user edits as JSON; undefined while the user uses the form
 * @param onRaw gets the changed text
 */
export function BodyForm({ document, body, value, onChange, raw, onRaw, errors, formKey }) {
  if (raw === undefined) {
    return html`<div class="stack">
      <${SchemaForm} key=${formKey} document=${document} schema=${body.schema} value=${value} onChange=${onChange} errors=${errors} />
      ${!isForm(body) && html`<div><${Button} kind="small" onClick=${() => onRaw(JSON.stringify(prune(value ?? {}), null, 2))}>Edit as JSON<//></div>`}
    </div>`;
  }
  const json = parsed(raw);
  const useForm = () => {
    onChange(json);
    onRaw(undefined);
  };
  return html`<div class="stack tight">
    <${Field} label="Body">
      ${(props) => html`<textarea class="input mono" rows="14" spellcheck=${false} value=${raw} onInput=${(event) => onRaw(event.target.value)} ...${props} />`}
    <//>
    ${json === undefined && html`<${Notice}>This is not JSON. It is sent as it is.<//>`}
    <div><${Button} kind="small" disabled=${json === undefined} onClick=${useForm}>Edit in the form<//></div>
  </div>`;
}
