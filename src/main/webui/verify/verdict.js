/** What the server says about a verification. */

import { html } from "../ui/preact.js";
import { Badge, Notice } from "../ui/basics.js";
import { count, number } from "../ui/format.js";
import { HttpStatus } from "../exchange/http-status.js";
import { link } from "../router.js";
import { ExchangeLinks } from "../report/findings.js";

/** @param isStale whether the verification has changed since */
export function Verdict({ handle, result, isStale }) {
  return html`<section class=${`stack tight result ${result.verified ? "good" : "fault"}`} aria-label="Result">
    <div class="row" role="status">
      <${Badge} tone=${result.verified ? "good" : "fault"}>${result.verified ? "verified" : "not verified"}<//>
      <h3>${result.verified ? "Verified" : "Not verified"}: ${matches(result)}</h3>
    </div>
    ${isStale && html`<${Notice} kind="plain">The verification has changed since. Run it again.<//>`}
    ${result.verified ? html`<${Matching} handle=${handle} result=${result} />` : html`<${Misses} handle=${handle} result=${result} />`}
  </section>`;
}

function matches({ verified, expected, seen, count: total }) {
  return verified ? `${count(total, "request")} matched` : `expected ${expected}, and ${number(total)} of ${count(seen, "request")} matched`;
}

function Matching({ handle, result: { exchanges, count: total } }) {
  return exchanges.length > 0 && html`<p>Matching requests: <${ExchangeLinks} handle=${handle} numbers=${exchanges} total=${total} /></p>`;
}

function Misses({ handle, result: { nearest, matched_too_often: tooOften, dropped } }) {
  const shown = nearest ?? tooOften ?? [];
  return html`
    ${dropped > 0 && html`<p>The journal has dropped ${count(dropped, "older request")}.</p>`}
    ${shown.length > 0 && html`<h4>${nearest ? "Nearest requests" : "Newest matching requests"}</h4>`}
    ${shown.map((exchange) => html`<${Miss} key=${exchange.number} handle=${handle} exchange=${exchange} />`)}
  `;
}

function Miss({ handle, exchange: { number: exchange, method, path, status, warnings, conditions } }) {
  const held = conditions.filter(({ holds }) => holds).length;
  return html`<section class="stack tight" aria-label=${`Request ${exchange}`}>
    <p class="row">
      <a href=${link(["sandboxes", handle, "requests"], { exchange })} aria-label=${`Request ${exchange}`}>${exchange}</a>
      <span class="mono break">${method} ${path}</span>
      <${HttpStatus} status=${status} />
      <span class="soft">${held} of ${count(conditions.length, "condition")} hold</span>
    </p>
    ${warnings.map((warning) => html`<${Notice}>${warning}<//>`)}
    ${conditions.length > 0 &&
    html`<div class="scroll-x" tabindex="0" role="group" aria-label=${`Differences of request ${exchange}`}>
      <table class="table differences">
        <thead><tr><th>Condition</th><th>Expected</th><th>Actual</th><th>Holds</th></tr></thead>
        <tbody>
          ${conditions.map(
            ({ name, expected, actual, holds }) => html`<tr class=${holds ? "" : "differs"}>
              <td class="mono break">${name}</td>
              <td class="mono break">${expected}</td>
              <td class="mono break">${actual}</td>
              <td>${holds ? "yes" : html`<${Badge} tone="fault">no<//>`}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`}
  </section>`;
}
