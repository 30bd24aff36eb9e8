/** The key of the request. It is shown: it is a fake one that this page made, or one that the user typed here. */

import { html } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { newKey } from "./keys.js";

/** @param triggers from keyTriggers() */
export function KeyField({ vendor, value, onChange, triggers }) {
  const chosen = triggers.find(({ word }) => value.includes(`darkroom-${word}-`))?.word ?? "";
  const choose = (event) => onChange(newKey(vendor, event.target.value || undefined));
  return html`<div class="try-fields">
    <${Field} label="Key" hint="A fake key, which this tab keeps until you reload it. Each key has a sandbox of its own. To use an existing sandbox, type its whole key: the server never shows it.">
      ${(props) => html`<div class="row try-key">
        <input class="input mono" type="text" autocomplete="off" spellcheck=${false} value=${value} onInput=${(event) => onChange(event.target.value.trim())} ...${props} />
        <${Button} kind="small" onClick=${() => onChange(newKey(vendor))}>New key<//>
      </div>`}
    <//>
    <${Field} label="Key trigger" hint="A word in the key that changes its sandbox from the start.">
      ${(props) => html`<select class="input" value=${chosen} onChange=${choose} ...${props}>
        <option value="">none</option>
        ${triggers.map(({ word, description }) => html`<option value=${word}>${word}${description && `: ${description}`}</option>`)}
      </select>`}
    <//>
  </div>`;
}
