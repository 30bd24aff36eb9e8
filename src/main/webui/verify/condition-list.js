/** The conditions of a verification, for editing. */

import { html, useId, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { FIELDS, hasName, hasValue, isBody, modesOf, OPERATIONS, problemOf, withMode } from "./verification.js";

/** @param change called with a condition and what it becomes; undefined removes it */
export function ConditionList({ conditions, change, add }) {
  return html`
    ${conditions.length === 0
      ? html`<p class="soft">Without conditions, every request matches.</p>`
      : html`<ul class="conditions">
          ${conditions.map((condition) => html`<${ConditionRow} key=${condition.id} condition=${condition} change=${change} />`)}
        </ul>`}
    <${AddCondition} add=${add} />
  `;
}

function ConditionRow({ condition, change }) {
  const { field, name, mode, value } = condition;
  const title = FIELDS[field];
  const problem = problemOf(condition);
  const problemId = useId();
  const edit = (changed) => change(condition, { ...condition, ...changed });
  const described = { "aria-invalid": problem ? "true" : undefined, "aria-describedby": problem ? problemId : undefined };
  const subject = [title, name].filter(Boolean).join(" ");
  return html`<li class="condition">
    <div class="row spread">
      <strong>${title}</strong>
      <${Button} kind="small plain" label=${`Remove the condition ${subject}`} onClick=${() => change(condition, undefined)}>Remove<//>
    </div>
    ${hasName(field) &&
    html`<input
      class="input mono"
      aria-label=${isBody(field) ? `${title}: path` : `${title}: name`}
      placeholder=${isBody(field) ? "input.prompt" : "User-Agent"}
      value=${name}
      onInput=${(event) => edit({ name: event.target.value.trim() })}
      ...${described}
    />`}
    <div class="row condition-value">
      ${modesOf(field).length > 1 &&
      html`<select class="input" aria-label=${`${subject}: comparison`} value=${mode} onInput=${(event) => change(condition, withMode(condition, event.target.value))}>
        ${modesOf(field).map(([choice, text]) => html`<option value=${choice}>${text}</option>`)}
      </select>`}
      ${hasValue(condition) && html`<${Value} condition=${condition} subject=${subject} edit=${edit} described=${described} />`}
    </div>
    ${problem && html`<span class="error small" id=${problemId}>${problem}</span>`}
  </li>`;
}

const HINTS = {
  path: "* stands for any text",
  status: "200, 5xx, or 0 for no response",
  headers: "* stands for any text",
  method: "POST",
  fault: "the name of a rule",
  task_id: "an id",
};

function Value({ condition: { field, mode, value }, subject, edit, described }) {
  const onInput = (event) => edit({ value: event.target.value });
  if (field === "operation") {
    return html`<select class="input" aria-label=${subject} value=${value} onInput=${onInput}>
      ${OPERATIONS.map((operation) => html`<option value=${operation}>${operation}</option>`)}
    </select>`;
  }
  const hint = mode === "equals" ? "a value in JSON" : mode === "matches" ? "a regular expression for the whole text" : HINTS[field];
  return html`<input class="input mono" aria-label=${`${subject}: value`} placeholder=${hint} title=${hint} value=${value} onInput=${onInput} ...${described} />`;
}

function AddCondition({ add }) {
  const [field, choose] = useState("operation");
  const addEmpty = () => {
    const [mode] = modesOf(field)[0];
    add({ field, name: hasName(field) ? "" : undefined, mode, value: field === "operation" ? OPERATIONS[0] : "" });
  };
  return html`<div class="row">
    <select class="input add-field" aria-label="New condition" value=${field} onInput=${(event) => choose(event.target.value)}>
      ${Object.entries(FIELDS).map(([name, title]) => html`<option value=${name}>${title}</option>`)}
    </select>
    <${Button} onClick=${addEmpty}>Add a condition<//>
  </div>`;
}
