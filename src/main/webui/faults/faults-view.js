/** The weather and the rules of a sandbox. */

import { html, useRef, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { draftOf, newDraft } from "./draft.js";
import { RuleEditor } from "./rule-editor.js";
import { RuleList } from "./rule-list.js";
import { remaining, useRules } from "./use-rules.js";
import { loadVocabulary } from "./vocabulary.js";
import { Weather } from "./weather.js";

export function FaultsView({ store }) {
  const { rules, error, reload, append, replace, setWeather } = useRules(store);
  const vocabulary = useLoaded(loadVocabulary, []);
  const [edited, setEdited] = useState();
  const addButton = useRef();
  const edit = (rule, { isCopy = false } = {}) =>
    setEdited({ id: Symbol(), name: isCopy ? undefined : rule?.name, draft: draft(vocabulary.data, rule, isCopy) });
  const close = (id) => {
    setEdited((current) => (current?.id === id ? undefined : current));
    addButton.current?.focus();
  };
  const canEdit = rules && vocabulary.data;
  return html`<div class="stack">
    <${Weather} store=${store} rules=${rules} setWeather=${setWeather} />
    <section class="card stack" aria-labelledby="rules">
      <div class="row spread">
        <div>
          <h2 id="rules">Rules</h2>
          <p class="soft">The first rule that matches applies. When you edit, move or remove a rule, the counters of all rules start again, and rules that are over are removed.</p>
        </div>
        <span ref=${(element) => (addButton.current = element?.querySelector("button"))}>
          <${Button} kind="primary" disabled=${!canEdit} onClick=${() => edit()}>Add a rule<//>
        </span>
      </div>
      ${vocabulary.error && html`<${Loading} key="vocabulary" error=${vocabulary.error} reload=${vocabulary.reload} />`}
      ${rules
        ? html`<${RuleList} key="rules" rules=${rules} replace=${replace} edit=${canEdit && edit} />`
        : html`<${Loading} key="rules" error=${error} reload=${reload} />`}
    </section>
    ${canEdit && edited && html`<${EditedRule}
      key=${edited.id}
      edited=${edited}
      rules=${rules}
      vocabulary=${vocabulary.data}
      handle=${store.handle}
      append=${append}
      replace=${replace}
      onClose=${() => close(edited.id)}
    />`}
  </div>`;
}

function draft(vocabulary, rule, isCopy) {
  if (!rule) {
    return newDraft(vocabulary);
  }
  const existing = draftOf(vocabulary, rule);
  return isCopy ? { ...existing, name: "" } : existing;
}

/** The editor for a new rule, or for the rule with the name of `edited`. */
function EditedRule({ edited: { name, draft: initial }, rules, vocabulary, handle, append, replace, onClose }) {
  const [isFirst, setFirst] = useState(false);
  const request = (rule) => {
    const others = remaining(rules, name).map(({ state, ...sendable }) => sendable);
    const index = others.findIndex((other) => other.name === name);
    if (index >= 0) {
      return { method: "POST", rules: others.with(index, rule), index };
    }
    return isFirst ? { method: "POST", rules: [rule, ...others], index: 0 } : { method: "PATCH", rules: [rule], index: 0 };
  };
  const save = ({ method, rules: all, rule }) => (method === "PATCH" ? append(rule) : replace(all));
  const isNew = !rules.some((rule) => rule.name === name);
  return html`<${RuleEditor} vocabulary=${vocabulary} title=${isNew ? "New rule" : `Rule ${name}`} initial=${initial} handle=${handle} request=${request} save=${save} onClose=${onClose}>
    ${isNew && rules.length > 0 && html`<${Field} label="Place" hint="The first rule takes precedence. A rule before the others makes the counters of all rules start again.">
      ${(props) => html`<select class="input" value=${isFirst ? "first" : "last"} onChange=${(event) => setFirst(event.target.value === "first")} ...${props}>
        <option value="last">After the other rules</option>
        <option value="first">Before the other rules</option>
      </select>`}
    <//>`}
  <//>`;
}
