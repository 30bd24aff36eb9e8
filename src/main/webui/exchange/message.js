/** A request or a response: its headers and its body. */

import { html, useMemo } from "../ui/preact.js";
import { Notice } from "../ui/basics.js";
import { BoundedCode } from "./bounded-code.js";
import { bodyNote } from "./body-note.js";
import { parse, write } from "./exact-json.js";

/** @param message `headers`, `body` and `body_bytes`, and the `status` of a response */
export function Message({ title, message }) {
  const note = bodyNote(message);
  const text = useMemo(() => bodyText(message.body), [message]);
  return html`<section class="stack tight" aria-label=${title}>
    <h4>${title}</h4>
    <${Headers} headers=${message.headers} label=${`${title} headers`} />
    ${note && html`<${Notice} kind="plain">${note}<//>`}
    ${text === "" ? html`<p class="soft small">No body.</p>` : html`<${BoundedCode} text=${text} label=${`${title} body`} />`}
  </section>`;
}

export function Headers({ headers, label }) {
  const entries = Object.entries(headers);
  return entries.length === 0
    ? html`<p class="soft small">No headers.</p>`
    : html`<dl class="headers mono small" aria-label=${label}>
        ${entries.map(([name, value]) => html`<div><dt>${name}:</dt> <dd>${value}</dd></div>`)}
      </dl>`;
}

/** A body as it is shown: JSON objects and arrays indented, any other text as it is. */
function bodyText(body) {
  if (body === null || body === undefined) {
    return "";
  }
  if (typeof body !== "string") {
    return write(body, 2);
  }
  return /^\s*\[/.test(body) ? indented(body) : body;
}

function indented(text) {
  try {
    return write(parse(text), 2);
  } catch {
    return text;
  }
}
