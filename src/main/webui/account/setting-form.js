/** A form for some settings of the sandbox. */

import { html, useId, useState } from "../ui/preact.js";
import { Button, Field, Notice } from "../ui/basics.js";
import { fieldError, SubmitButton, useSubmit } from "../ui/submit.js";
import { put } from "../api/control.js";

/**
 * A form that shows the current settings and sends those that the user changes. It keeps the user's edits when the
 * sandbox changes meanwhile.
 *
 * @param read the texts of the inputs, by name, for the state of the sandbox. A name is the server's name of the field
 * @param write for each field of PUT /sandbox, a function from the texts to its value
 * @param encode the body of a request from the values
 * @param children a function from the form's `values` and `edit(name, value)`, and `errorOf(name)`, to the inputs
 */
export function SettingForm({ store, title, read, write, encode, children }) {
  const [edits, setEdits] = useState({});
  const id = useId();
  const live = read(store.sandbox);
  const values = { ...live, ...edits };
  const { submit, isBusy, error, message, clear } = useSubmit(async () => {
    const changes = changed(write, live, values);
    if (Object.keys(changes).length === 0) {
      return "Nothing has changed.";
    }
    store.setSandbox(await put("sandbox", encode ? encode(changes) : changes, { handle: store.handle }));
    setEdits({});
    return "Saved.";
  });
  const edit = (name, value) => {
    clear();
    setEdits((old) => ({ ...old, [name]: value }));
  };
  const undo = () => {
    clear();
    setEdits({});
  };
  const { field, hint } = error ? fieldError(error) : {};
  const errorOf = (name) => (field !== undefined && isAbout(field, name) ? hint : undefined);
  const isElsewhere = error && !Object.keys(values).some(errorOf);
  const isEdited = Object.entries(edits).some(([name, value]) => value !== live[name]);
  return html`<form class="card stack" aria-labelledby=${id} onSubmit=${submit} novalidate>
    <h2 id=${id}>${title}</h2>
    ${children({ values, edit, errorOf })}
    ${isElsewhere && html`<${Notice} kind="fault" role="alert">${hint}<//>`}
    <div class="row">
      <${SubmitButton} kind=${isEdited ? "primary" : ""} isBusy=${isBusy}>Save<//>
      ${isEdited && html`<${Button} kind="plain" onClick=${undo}>Undo<//>`}
      <span class="small" role="status">${message}</span>
    </div>
  </form>`;
}

/** The fields whose values differ. */
function changed(write, before, after) {
  const fields = Object.entries(write).map(([field, valueOf]) => [field, valueOf(before), valueOf(after)]);
  return Object.fromEntries(fields.filter(([, old, value]) => JSON.stringify(old) !== JSON.stringify(value)).map(([field, , value]) => [field, value]));
}

/** Whether an error in a field is shown at an input: "allowed_ips[2]" is shown at "allowed_ips". */
function isAbout(field, name) {
  return field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`);
}

/** An input for a text or a number. */
export function TextSetting({ form, name, label, hint, ...rest }) {
  return html`<${Field} label=${label} hint=${hint} error=${form.errorOf(name)}>
    ${(props) => html`<input class="input" autocomplete="off" value=${form.values[name]} onInput=${(event) => form.edit(name, event.target.value)} ...${rest} ...${props} />`}
  <//>`;
}

/** An input for a list of texts, one on each line. */
export function ListSetting({ form, name, label, hint }) {
  return html`<${Field} label=${label} hint=${hint} error=${form.errorOf(name)}>
    ${(props) => html`<textarea class="input" spellcheck="false" value=${form.values[name]} onInput=${(event) => form.edit(name, event.target.value)} ...${props}></textarea>`}
  <//>`;
}

/** @param options pairs of a value and its label */
export function ChoiceSetting({ form, name, label, hint, options }) {
  return html`<${Field} label=${label} hint=${hint} error=${form.errorOf(name)}>
    ${(props) => html`<select class="input" onChange=${(event) => form.edit(name, event.target.value)} ...${props}>
      ${options.map(([value, text]) => html`<option value=${value} selected=${value === form.values[name]}>${text}</option>`)}
    </select>`}
  <//>`;
}
