/** The active rules, in the order in which they are tried. */

import { html } from "../ui/preact.js";
import { Badge, Button } from "../ui/basics.js";
import { conditionText, countText, endOf, faultText, instantText } from "./rule-text.js";
import { remaining } from "./use-rules.js";

/** @param edit opens the editor for a rule; with `isCopy` for a copy of it; undefined until it is possible */
export function RuleList({ rules, replace, edit }) {
  if (rules.length === 0) {
    return html`<p class="soft">There are no rules. Add one, or choose a weather.</p>`;
  }
  const swap = (index, other) => {
    const moved = rules.with(index, rules[other]).with(other, rules[index]);
    return replace(remaining(moved));
  };
  return html`<ol class="rules">
    ${rules.map((rule, index) => html`<${RuleItem}
      key=${rule.name}
      rule=${rule}
      edit=${edit}
      up=${index > 0 ? () => swap(index, index - 1) : undefined}
      down=${index < rules.length - 1 ? () => swap(index, index + 1) : undefined}
      remove=${() => replace(remaining(rules.filter((other) => other !== rule)))}
    />`)}
  </ol>`;
}

function RuleItem({ rule, edit, up, down, remove }) {
  const { name, state } = rule;
  const end = endOf(rule);
  return html`<li class=${`rule ${state.over ? "over" : ""}`} aria-label=${`Rule ${name}`}>
    <div class="rule-text">
      <div class="row">
        <strong class="mono break">${name}</strong>
        ${state.over && html`<${Badge}>over<//>`}
        ${state.outage_ends_at && html`<${Badge} tone="fault">outage until ${instantText(Date.parse(state.outage_ends_at))}<//>`}
      </div>
      <p class="break">${conditionText(rule)} → <strong>${faultText(rule)}</strong></p>
      <p class="small">${countText(state)}</p>
      <p class="soft small">Since ${instantText(Date.parse(state.since))}${end && `, ${state.over ? "ended" : "ends"} ${instantText(end)}`}</p>
    </div>
    <div class="row">
      <${Button} kind="small" label=${`Edit ${name}`} disabled=${!edit} onClick=${() => edit(rule)}>Edit<//>
      <${Button} kind="small" label=${`Duplicate ${name}`} disabled=${!edit} onClick=${() => edit(rule, { isCopy: true })}>Duplicate<//>
      <${Button} kind="small" label=${`Move up ${name}`} disabled=${!up} onClick=${up}>Up<//>
      <${Button} kind="small" label=${`Move down ${name}`} disabled=${!down} onClick=${down}>Down<//>
      <${Button} kind="small danger" label=${`Remove ${name}`} onClick=${remove}>Remove<//>
    </div>
  </li>`;
}
