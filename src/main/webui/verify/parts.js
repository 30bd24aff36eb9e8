/** An exchange whose parts are buttons: each adds a condition, or removes it. */

import { html, useMemo, useState } from "../ui/preact.js";
import { Button, Notice } from "../ui/basics.js";
import { line, number } from "../ui/format.js";
import { write } from "../exchange/exact-json.js";
import { MASKED } from "../exchange/masked.js";
import { partsOf } from "./exchange-conditions.js";
import { linesOf } from "./json-lines.js";
import { isSame } from "./verification.js";

const SHOWN_LINES = 300;
const MAX_TEXT = 160;
const MAX_DEPTH = 20;

/** @param toggle called with a condition, to add or remove it */
export function ExchangeParts({ exchange, conditions, toggle }) {
  const parts = useMemo(() => partsOf(exchange), [exchange]);
  const { request, answer } = exchange;
  const part = { conditions, toggle };
  return html`
    ${exchange.warnings.map((warning) => html`<${Notice}>${warning}<//>`)}
    <div class="exchange-parts">
      <section class="stack tight" aria-label="Request">
        <h3>Request</h3>
        <${PartList} parts=${parts.request} ...${part} />
        <h4>Body</h4>
        <${Body} field="json" body=${request.body} bytes=${request.body_bytes} ...${part} />
        <h4>Headers</h4>
        <${HeaderList} headers=${request.headers} ...${part} />
      </section>
      <section class="stack tight" aria-label="Response">
        <h3>Response</h3>
        <${PartList} parts=${parts.answer} ...${part} />
        <h4>Body</h4>
        <${Body} field="answer" body=${answer.body} bytes=${answer.body_bytes} ...${part} />
      </section>
    </div>
  `;
}

function PartList({ parts, ...rest }) {
  return html`<dl class="facts">
    ${parts.map(
      ([term, choices]) => html`<dt>${term}</dt>
        <dd class="row">${choices.map(([text, condition]) => html`<${Part} text=${text} label=${`${term}: ${text}`} condition=${condition} ...${rest} />`)}</dd>`,
    )}
  </dl>`;
}

function HeaderList({ headers, ...rest }) {
  return html`<dl class="facts">
    ${Object.entries(headers).map(
      ([name, value]) => html`<dt class="mono break">${name}</dt>
        <dd>
          ${value === MASKED
            ? html`<span class="soft" title="The journal hides this value">masked</span>`
            : html`<${Part} text=${value} label=${`${name}: ${value}`} condition=${{ field: "headers", name, mode: "is", value }} ...${rest} />`}
        </dd>`,
    )}
  </dl>`;
}

/** One part of the exchange. */
function Part({ text, label, condition, conditions, toggle }) {
  const isChosen = conditions.some((other) => isSame(other, condition));
  return html`<button type="button" class="part break" aria-pressed=${isChosen} aria-label=${line(label, MAX_TEXT)} onClick=${() => toggle(condition)}>
    ${line(text, MAX_TEXT) || html`<span class="soft">(empty)</span>`}
  </button>`;
}

/** A body: only JSON objects have fields. */
function Body({ field, body, bytes, ...rest }) {
  const isObject = body !== null && typeof body === "object";
  if (isObject) {
    return html`<${JsonParts} field=${field} document=${body} ...${rest} />`;
  }
  return body
    ? html`<pre class="part-text" tabindex="0" aria-label="Body">${body}</pre>
        <p class="soft small">The body is not a JSON object, so it has no fields to verify.</p>`
    : html`<p class="soft">${bytes > 0 ? `The journal does not keep this body of ${number(bytes)} bytes.` : "No body."}</p>`;
}

function JsonParts({ field, document, ...rest }) {
  const lines = useMemo(() => linesOf(document), [document]);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? lines : lines.slice(0, SHOWN_LINES);
  return html`<div class="json-parts mono">
      ${shown.map((json) => html`<${JsonLine} field=${field} json=${json} ...${rest} />`)}
    </div>
    ${shown.length < lines.length &&
    html`<div><${Button} kind="small" onClick=${() => setShowsAll(true)}>Show all ${number(lines.length)} lines<//></div>`}`;
}

/** The name of a field stands for the condition that the field exists; its value for the value. */
function JsonLine({ field, json: { depth, name, path, text, comma, isLeaf }, ...rest }) {
  const exists = { field, name: path, mode: "exists", value: "" };
  const equals = { field, name: path, mode: "equals", value: text };
  const shownName = name !== undefined && line(write(name), MAX_TEXT);
  return html`<div class="json-line" style=${{ "--depth": Math.min(depth, MAX_DEPTH) }}>
    ${shownName && (path ? html`<${Part} text=${shownName} label=${`${path} exists`} condition=${exists} ...${rest} />` : shownName)}
    ${shownName && html`<span>: </span>`}
    ${isLeaf && path ? html`<${Part} text=${text} label=${`${path} equals ${text}`} condition=${equals} ...${rest} />` : html`<span>${line(text, MAX_TEXT)}</span>`}
    <span>${comma}</span>
  </div>`;
}
