/** The findings of a report, by kind. */

import { html, useState } from "../ui/preact.js";
import { Badge, Button, Facts } from "../ui/basics.js";
import { count, number } from "../ui/format.js";
import { link } from "../router.js";
import { titleOf } from "./kinds.js";

const SHOWN_FINDINGS = 10;
const SHOWN_EXCHANGES = 20;

/** @param leftOut how many findings of this kind the report does not list */
export function FindingGroup({ handle, kind, findings, leftOut = 0 }) {
  const [shown, showMore] = useShown(findings, SHOWN_FINDINGS);
  return html`<section class="stack tight" aria-label=${titleOf(kind)}>
    <div class="row">
      <h3>${titleOf(kind)}</h3>
      <${Badge} tone="fault">${number(findings.length + leftOut)}<//>
      <code class="soft small">${kind}</code>
    </div>
    ${shown.map((finding) => html`<${FindingCard} handle=${handle} finding=${finding} />`)}
    ${showMore && html`<div><${Button} kind="small" onClick=${showMore}>Show all ${number(findings.length)}<//></div>`}
    ${leftOut > 0 && html`<p class="soft small">The report leaves out ${number(leftOut)} more of this kind.</p>`}
  </section>`;
}

function FindingCard({ handle, finding: { message, instead, page, exchanges, count: total } }) {
  return html`<article class="card stack tight finding">
    <p class="break"><strong>${message}</strong></p>
    <${Facts}
      facts=${[
        ["Do instead", instead],
        ["Vendor's page", page],
        ["Requests", html`<${ExchangeLinks} handle=${handle} numbers=${exchanges} total=${total} />`],
      ]}
    />
  </article>`;
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
