/** What the user can do with a task that has not ended. */

import { html, useLayoutEffect, useRef, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { loadOnce, post } from "../api/control.js";
import { useLoaded } from "../ui/load.js";

/** @param onGone called when the buttons go while one of them has the focus */
export function TaskActions({ store, task, onGone }) {
  const [failure, setFailure] = useState({ code: "", message: "" });
  const group = useRef();
  useLayoutEffect(() => {
    const buttons = group.current;
    return () => buttons.contains(document.activeElement) && onGone();
  }, []);
  const { data: vocabulary } = useLoaded(() => loadOnce("vocabulary"), []);
  const codes = vocabulary?.dialects.find(({ name }) => name === task.dialect)?.error_codes ?? [];
  const act = async (action, body) => {
    store.setTask(await post(`tasks/${encodeURIComponent(task.id)}/${action}`, body, { handle: store.handle }));
  };
  const fail = () => {
    const chosen = Object.entries(failure).filter(([, value]) => value !== "");
    return act("fail", Object.fromEntries(chosen));
  };
  const change = (name) => (event) => setFailure({ ...failure, [name]: event.target.value });
  return html`<div class="stack tight" role="group" aria-label="Change the task" ref=${group}>
    <div class="row">
      <${Button} kind="primary" onClick=${() => act("complete")}>Complete<//>
      ${task.held
        ? html`<${Button} onClick=${() => act("release")}>Release<//>`
        : html`<${Button} onClick=${() => act("hold")}>Hold<//>`}
    </div>
    <div class="fail-form">
      <${Field} label="Error code">
        ${(props) => html`<select class="input" value=${failure.code} onInput=${change("code")} ...${props}>
          <option value="">the vendor's usual one</option>
          ${codes.map((code) => html`<option value=${code}>${code}</option>`)}
        </select>`}
      <//>
      <${Field} label="Error message">
        ${(props) => html`<input class="input" maxlength="1000" placeholder="the code's usual one" value=${failure.message} onInput=${change("message")} ...${props} />`}
      <//>
      <${Button} kind="danger" onClick=${fail}>Fail<//>
    </div>
  </div>`;
}
