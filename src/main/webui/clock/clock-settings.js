/** The changes of the clock that need a value. */

import { html, useMemo, useState } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { fieldError, SubmitButton, useSubmit } from "../ui/submit.js";

const SECONDS = 19;

/** @param change sends a change of the clock */
export function ClockSettings({ clock, change }) {
  const start = useMemo(() => new Date(clock.now()).toISOString().slice(0, SECONDS), [clock]);
  return html`<div class="clock-settings">
    <${Setting} label="Advance by" hint="Such as 500ms, 30s, 5m or 24h" action="Advance" initial="10s" send=${(advance) => change({ advance: advance.trim() })} />
    <${Setting} label="Set to" hint="In UTC, not before now" action="Set" live=${start} type="datetime-local" step="1" send=${(text) => change({ set: instant(text) })} />
    <${Setting} label="Speed" hint="Sandbox seconds per real second, such as 60" action="Set the speed" live=${String(clock.scale)} inputmode="decimal" send=${(text) => change({ scale: scale(text) })} />
  </div>`;
}

/** The instant of a value of datetime-local, which is in UTC here; an invalid value stays as it is. */
function instant(text) {
  const date = new Date(`${text}Z`);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** A number, or a text that the server refuses. */
function scale(text) {
  return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

/**
 * @param initial what the input starts with
 * @param live in its place, a text that the input follows until the user edits it, and again after it was sent
 */
function Setting({ label, hint, action, initial, live, send, ...input }) {
  const [edited, setValue] = useState(initial);
  const value = edited ?? live;
  const { submit, isBusy, error } = useSubmit(async () => {
    await send(value);
    setValue(live === undefined ? value : undefined);
  });
  return html`<form class="clock-setting" onSubmit=${submit} novalidate>
    <${Field} label=${label} hint=${hint} error=${error && fieldError(error).hint}>
      ${(props) => html`<input class="input" value=${value} onInput=${(event) => setValue(event.target.value)} autocomplete="off" ...${input} ...${props} />`}
    <//>
    <${SubmitButton} isBusy=${isBusy}>${action}<//>
  </form>`;
}
