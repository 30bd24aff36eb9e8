/** Fields for lists, and for objects whose names the user chooses. */

import { html, useRef, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { flatten, isScalar, kindOf } from "./schema.js";
import { initial, inner, withItem, withoutItem } from "./values.js";
import { Disclosure, Group, RemoveButton } from "./field-parts.js";
import { limits } from "./scalar-text.js";

export function ArrayField({ form, schema, value, onChange, name, path, isRequired }) {
  const items = value ?? [];
  const item = flatten(form.document, schema.items);
  const change = (changed) => onChange(changed.length === 0 && !isRequired ? undefined : changed);
  const row = (each, index) => html`<div class="schema-row" key=${index}>
    <${form.Node}
      form=${form}
      schema=${item}
      value=${each}
      onChange=${(changed) => change(withItem(items, index, changed))}
      name=${`${name} ${index + 1}`}
      path=${inner(path, index)}
      isRequired=${true}
    />
    <${RemoveButton} name=${`${name} ${index + 1}`} onClick=${() => change(withoutItem(items, index))} />
  </div>`;
  const facts = limits({ maxItems: schema.maxItems });
  return html`<${Group} name=${name || "Items"} isRequired=${isRequired} description=${schema.description ?? (isScalar(kindOf(item)) ? "" : item.description)} error=${form.errors[path]}>
    ${items.map(row)}
    <div class="row">
      <${Button} kind="small" onClick=${() => change([...items, initial(form.document, item)])} label=${`Add to ${name || "the list"}`}>Add<//>
      ${facts && html`<span class="soft small">${facts}</span>`}
    </div>
  <//>`;
}

/**
 * Names and values.
 *
 * @param except names that other fields of the object have
 */
export function MapField({ form, schema, value, onChange, name, path, isRequired, except = new Set() }) {
  const [rows, setRows] = useRows(value, except);
  const others = schema.additionalProperties;
  const item = typeof others === "object" ? others : {};
  const change = (changed) => {
    setRows(changed);
    const kept = Object.entries(value ?? {}).filter(([each]) => except.has(each));
    const entries = [...kept, ...changed.filter(([each]) => each !== "" && !except.has(each)).map(([each, is]) => [each, is ?? ""])];
    onChange(entries.length === 0 && !isRequired ? undefined : Object.fromEntries(entries));
  };
  const row = ([each, is], index) => html`<div class="schema-row" key=${index}>
    <div class="field schema-key">
      <span class="label">Name</span>
      <input class="input" type="text" autocomplete="off" aria-label=${`${name || "Field"} ${index + 1}: name`} value=${each} onInput=${(event) => change(withItem(rows, index, [event.target.value, is]))} />
    </div>
    <${form.Node}
      form=${form}
      schema=${item}
      value=${is}
      onChange=${(changed) => change(withItem(rows, index, [each, changed]))}
      name=${each === "" ? "Value" : each}
      path=${inner(path, each)}
      isRequired=${true}
    />
    <${RemoveButton} name=${each || `row ${index + 1}`} onClick=${() => change(withoutItem(rows, index))} />
  </div>`;
  const content = () => html`${rows.map(row)}
    <div class="row"><${Button} kind="small" onClick=${() => change([...rows, ["", initial(form.document, item)]])} label=${`Add to ${name || "the fields"}`}>Add<//></div>`;
  return html`<${Disclosure} name=${name || "Fields"} description=${schema.description} error=${path !== "" && form.errors[path]} isOpen=${rows.length > 0}>${content}<//>`;
}

/** The rows, also those whose name is still empty or the same as another; those of the value when it has changed elsewhere. */
function useRows(value, except) {
  const entries = Object.entries(value ?? {}).filter(([name]) => !except.has(name));
  const [rows, setRows] = useState(entries);
  const shown = useRef(rows);
  const named = Object.fromEntries(shown.current.filter(([name]) => name !== "" && !except.has(name)).map(([name, is]) => [name, is ?? ""]));
  if (JSON.stringify(named) !== JSON.stringify(Object.fromEntries(entries))) {
    shown.current = entries;
  }
  const change = (changed) => {
    shown.current = changed;
    setRows(changed);
  };
  return [shown.current, change];
}
