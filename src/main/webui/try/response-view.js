/** What the server responded. */

import { html, useEffect, useMemo, useRef } from "../ui/preact.js";
import { Button, Notice } from "../ui/basics.js";
import { duration } from "../ui/format.js";
import { BoundedCode } from "../exchange/bounded-code.js";
import { HttpStatus } from "../exchange/http-status.js";
import { Headers } from "../exchange/message.js";
import { link } from "../router.js";
import { imagesIn, withoutImages } from "./images.js";
import { BlobImage, ResponseImages } from "./response-images.js";
import { TaskWatch } from "./task-watch.js";

/**
 * @param response the state from sendRequest()
 * @param poll from pollOf()
 * @param handle of the sandbox of the request's key; undefined until known
 */
export function ResponseView({ response, poll, onPoll, handle, onStop }) {
  const { status, statusText, headers, failure, isDone, milliseconds } = response;
  const values = (name) => headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value);
  const heading = useRef();
  useEffect(() => isDone && scrollTo(heading.current), [isDone]);
  return html`<section class="card stack" aria-label="Response">
    <div class="row spread">
      <h2 ref=${heading}>Response</h2>
      ${!isDone && html`<${Button} kind="small" onClick=${onStop}>Stop<//>`}
    </div>
    <p class="row" role="status">
      ${status === undefined ? (isDone ? html`<${HttpStatus} status=${0} />` : "Waiting for the response…") : html`<${HttpStatus} status=${status} /> ${statusText}`}
      ${status !== undefined && !isDone && "Receiving…"}
      ${isDone && html`<span class="soft">${duration(milliseconds)}</span>`}
    </p>
    ${failure && html`<${Notice} kind="fault" role="alert">${failure}<//>`}
    ${values("darkroom-fault").map((fault) => html`<${Notice} kind="fault"><b>Fault:</b> ${fault}<//>`)}
    ${values("darkroom-warning").map((warning) => html`<${Notice}><b>Warning:</b> ${warning}<//>`)}
    ${(handle || poll) &&
    html`<div class="row">
      ${handle && html`<a class="button small" href=${link(["sandboxes", handle])}>Open the sandbox</a>`}
      ${poll && html`<${Button} kind="small" onClick=${onPoll}>Poll this task<//>`}
    </div>`}
    ${handle && poll && html`<${TaskWatch} key=${poll.id} handle=${handle} id=${poll.id} />`}
    <${Body} response=${response} />
    ${headers.length > 0 && html`<details><summary>Headers (${headers.length})</summary><${Headers} headers=${Object.fromEntries(headers)} label="Response headers" /></details>`}
  </section>`;
}

/** On a phone, the response is below the form. */
function scrollTo(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) {
    element.scrollIntoView();
  }
}

function Body({ response: { text, json, events, left, blob } }) {
  const images = useMemo(() => imagesIn(json ?? events?.map((event) => event.json), location.origin), [json, events]);
  const shown = useMemo(() => bodyText(text, json, events), [text, json, events]);
  return html`
    ${images.length > 0 && html`<${ResponseImages} images=${images} />`}
    ${blob && html`<div class="try-images"><${BlobImage} blob=${blob} name="Image" /></div>`}
    ${events && html`<p class="soft small" role="status">${events.length + (left ?? 0)} events${left > 0 && `, of which the last ${left} are not shown`}</p>`}
    ${shown && html`<${BoundedCode} text=${shown} label="Response body" />`}
  `;
}

function bodyText(text, json, events) {
  if (events) {
    return events.map(({ event, data, json: value }) => `event: ${event}\ndata: ${value === undefined ? data : JSON.stringify(withoutImages(value))}\n`).join("\n");
  }
  return json === undefined ? text : JSON.stringify(withoutImages(json), null, 2);
}
