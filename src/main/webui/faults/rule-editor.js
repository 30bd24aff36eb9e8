/** The form for one rule. It has what the server says about faults and conditions. */

import { html, useEffect, useMemo, useRef, useState } from "../ui/preact.js";
import { Button, Field, Notice } from "../ui/basics.js";
import { Code, pretty } from "../ui/code.js";
import { Disclosure } from "../forms/field-parts.js";
import { SchemaForm } from "../forms/schema-form.js";
import { SubmitButton, useSubmit } from "../ui/submit.js";
import { componentSchema, conditionSchemas, descriptionOf, errorCodes, faultsOf, keyOf, operations } from "./vocabulary.js";
import { ruleOf, withFault, withOperation } from "./draft.js";
import { rulesCommand } from "./rule-curl.js";
import { ruleError } from "./rule-error.js";

/**
 * @param initial the draft that the editor starts with
 * @param request a function from the rule to the request that saves it: `method`, `rules` and the rule's `index`
 * @param save sends the request
 */
export function RuleEditor({ vocabulary, title, initial, handle, request, save, onClose, children }) {
  const [draft, setDraft] = useState(initial);
  const heading = useRef();
  useEffect(() => heading.current.focus(), []);
  const rule = ruleOf(draft);
  const { method, rules, index } = request(rule);
  const sent = useRef();
  const { submit, isBusy, error, clear } = useSubmit(async () => {
    sent.current = { rules, index };
    await save({ method, rules, rule });
    onClose();
  });
  const { errors, text } = error ? ruleError(error, sent.current.rules, sent.current.index) : { errors: {} };
  const change = (changed) => {
    clear();
    setDraft(changed);
  };
  return html`<form class="card stack" aria-labelledby="rule-editor" onSubmit=${submit} novalidate>
    <h2 id="rule-editor" tabindex="-1" ref=${heading}>${title}</h2>
    <div class="rule-columns">
      <div class="stack">
        <${Subject} vocabulary=${vocabulary} draft=${draft} change=${change} errors=${errors} />
        <${Components} vocabulary=${vocabulary} draft=${draft} change=${change} errors=${errors} />
        <${Conditions} vocabulary=${vocabulary} draft=${draft} change=${change} errors=${errors} />
        ${children}
        ${text && html`<${Notice} kind="fault" role="alert">${text}<//>`}
        <div class="row">
          <${SubmitButton} kind="primary" isBusy=${isBusy}>Save rule<//>
          <${Button} kind="plain" onClick=${onClose}>Cancel<//>
        </div>
      </div>
      <div class="stack rule-preview">
        <h3>As JSON</h3>
        <${Code} text=${pretty(rule)} label="The rule as JSON" />
        <h3>As a command</h3>
        <${Code} text=${rulesCommand(method, rules, handle)} label="The curl command" />
      </div>
    </div>
  </form>`;
}

/** The name, the operation and the fault. */
function Subject({ vocabulary, draft, change, errors }) {
  const { name, operation, fault } = draft;
  const faults = faultsOf(vocabulary, operation);
  const targets = [...new Set(faults.map(({ target }) => target))];
  const pickOperation = (event) => {
    const chosen = event.target.value || undefined;
    change(withOperation(vocabulary, draft, chosen, faultsOf(vocabulary, chosen)));
  };
  const pickFault = (event) => change(withFault(vocabulary, draft, faults.find((each) => keyOf(each) === event.target.value)));
  return html`<div class="rule-subject">
    <${Field} label="Name" hint="In responses and in the journal" error=${errors.name}>
      ${(props) => html`<input class="input mono" autocomplete="off" spellcheck="false" placeholder=${`${fault.name}-1`} value=${name} onInput=${(event) => change({ ...draft, name: event.target.value })} ...${props} />`}
    <//>
    <${Field} label="Operation" hint="What the rule is about" error=${errors["when.operation"]}>
      ${(props) => html`<select class="input" value=${operation ?? ""} onChange=${pickOperation} ...${props}>
        <option value="">any that has the fault</option>
        ${operations(vocabulary).map((each) => html`<option value=${each}>${each}</option>`)}
      </select>`}
    <//>
    <${Field} label="Fault" hint=${descriptionOf(vocabulary, fault)} error=${errors.then ?? errors[`then.${fault.name}`]}>
      ${(props) => html`<select class="input" value=${keyOf(fault)} onChange=${pickFault} ...${props}>
        ${targets.map((target) => html`<optgroup label=${`Faults of a ${target}`}>
          ${faults.filter((each) => each.target === target).map((each) => html`<option value=${keyOf(each)}>${each.name}</option>`)}
        </optgroup>`)}
      </select>`}
    <//>
  </div>`;
}

function Components({ vocabulary, draft, change, errors }) {
  const { fault, components, when } = draft;
  const schema = useMemo(() => componentSchema(vocabulary, fault), [fault]);
  const suggestions = (path) => (path.endsWith(".code") ? errorCodes(vocabulary, when.dialect) : undefined);
  return Object.keys(schema.properties).length > 0 && html`<fieldset class="rule-part">
    <legend>${fault.name}</legend>
    <${SchemaForm}
      key=${keyOf(fault)}
      document=${vocabulary.contract}
      schema=${schema}
      value=${components}
      onChange=${(changed) => change({ ...draft, components: changed ?? {} })}
      path=${`then.${fault.name}`}
      errors=${errors}
      suggestions=${suggestions}
    />
  </fieldset>`;
}

/** The common conditions, and the others behind "More conditions". */
function Conditions({ vocabulary, draft, change, errors }) {
  const [common, others] = useMemo(() => conditionSchemas(vocabulary), [vocabulary]);
  const fields = (schema) => html`<${SchemaForm}
    document=${vocabulary.contract}
    schema=${schema}
    value=${picked(draft.when, schema)}
    onChange=${(changed) => change({ ...draft, when: { ...without(draft.when, schema), ...changed } })}
    path="when"
    errors=${errors}
  />`;
  return html`<fieldset class="rule-part">
    <legend>Conditions</legend>
    <div class="stack tight">
      ${fields(common)}
      <${Disclosure} name="More conditions" isOpen=${Object.keys(picked(draft.when, others)).length > 0}>${() => fields(others)}<//>
    </div>
  </fieldset>`;
}

const picked = (when, { properties }) => Object.fromEntries(Object.entries(when).filter(([name]) => name in properties));
const without = (when, { properties }) => Object.fromEntries(Object.entries(when).filter(([name]) => !(name in properties)));
