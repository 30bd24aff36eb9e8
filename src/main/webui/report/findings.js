/** The findings of a report, by kind. */

import { html, useState } from "../ui/preact.js";
import { Badge, Button, Facts } from "../ui/basics.js";
import { count, line, number } from "../ui/format.js";
import { link } from "../router.js";
import { headingId } from "./kind-table.js";
import { titleOf } from "./kinds.js";

const SHOWN_FINDINGS = 10;
const SHOWN_EXCHANGES = 20;
const MAX_PROMPT = 100;

/** What may be the id of a task in a message; split() keeps it, because of its group. */
const ID = /([\w-]{8,})/;

/**
 * @param taskOf the task with an id or a public id, or undefined
 * @param leftOut how many findings of this kind the report does not list
 */
export function FindingGroup({ handle, kind, findings, taskOf, leftOut = 0 }) {
  const [shown, showMore] = useShown(findings, SHOWN_FINDINGS);
  const distinct = (name) => [...new Set(findings.map((finding) => finding[name]).filter(Boolean))];
  const facts = [
    ...distinct("instead").map((text) => ["Do instead", text]),
    ...distinct("page").map((text) => ["Vendor's page", text]),
  ];
  return html`<section class="card stack tight finding" aria-label=${titleOf(kind)}>
    <div class="row">
      <h3 id=${headingId(kind)} tabindex="-1">${titleOf(kind)}</h3>
      <${Badge} tone="fault">${number(findings.length + leftOut)}<//>
      <code class="soft small">${kind}</code>
    </div>
    <${Facts} facts=${facts} />
    <ol class="cases">
      ${shown.map((finding) => html`<${Case} handle=${handle} finding=${finding} taskOf=${taskOf} />`)}
    </ol>
    ${showMore && html`<div><${Button} kind="small" onClick=${showMore}>Show all ${number(findings.length)}<//></div>`}
    ${leftOut > 0 && html`<p class="soft small">The report leaves out ${number(leftOut)} more of this kind.</p>`}
  </section>`;
}

function Case({ handle, finding: { message, exchanges, count: total }, taskOf }) {
  const parts = message.split(ID).map((text) => ({ text, task: taskOf(text) }));
  const prompt = parts.find(({ task }) => task)?.task.prompt;
  return html`<li>
    <p class="break">
      ${parts.map(({ text, task }) => (task ? html`<a href=${link(["sandboxes", handle, "timeline"], { task: task.id })}>${text}</a>` : text))}
    </p>
    ${prompt && html`<p class="soft small break">Prompt: ${line(prompt, MAX_PROMPT)}</p>`}
    <p class="small">Requests: <${ExchangeLinks} handle=${handle} numbers=${exchanges} total=${total} /></p>
  </li>`;
}

/** Links to exchanges by their numbers. `total` is how many there are in all. */
export function ExchangeLinks({ handle, numbers, total = numbers.length }) {
  const [shown, showMore] = useShown(numbers, SHOWN_EXCHANGES);
  return html`<span class="row exchange-links">
    ${shown.map(
      (exchange) => html`<a class="number" href=${link(["sandboxes", handle, "requests"], { exchange })} aria-label=${`Request ${exchange}`}>
        ${exchange}
      </a>`,
    )}
    ${showMore && html`<${Button} kind="small" onClick=${showMore}>Show all ${number(numbers.length)}<//>`}
    ${total > numbers.length && html`<span class="soft">of ${count(total, "request")}</span>`}
  </span>`;
}

/** The first items, and a function that shows all; it is undefined if all are shown. */
function useShown(items, max) {
  const [showsAll, setShowsAll] = useState(false);
  const isCut = !showsAll && items.length > max;
  return [isCut ? items.slice(0, max) : items, isCut ? () => setShowsAll(true) : undefined];
}
