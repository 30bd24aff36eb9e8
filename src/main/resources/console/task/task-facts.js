import { html } from "../ui/preact.js";
import { Facts } from "../ui/basics.js";
import { CopyButton } from "../ui/code.js";
import { number, time } from "../ui/format.js";
import { BoundedCode } from "../exchange/bounded-code.js";

/** What the request asked for, and the task's ids. All of it is text. */
export function TaskFacts({ task }) {
  return html`<${BoundedCode} text=${task.prompt} label="Prompt" />
    <${Facts}
      facts=${[
        ["Id at the vendor", html`<${Id} text=${task.public_id} label="Copy the id at the vendor" />`],
        ["Id in Darkroom", html`<${Id} text=${task.id} label="Copy the id in Darkroom" />`],
        ["Vendor", task.dialect],
        ["Model", task.model],
        ["Mode", task.mode],
        ["Size", task.size],
        ["References", task.references > 0 ? task.references : undefined],
        ["Price", `${number(task.price)} credits`],
        ["Callback URL", task.callback_url === null ? "none" : html`<span class="mono">${task.callback_url}</span>`],
        ["Created", html`<span class="number">${time(Date.parse(task.created_at), { withDate: true, withMilliseconds: true })}</span>`],
      ]}
    />`;
}

function Id({ text, label }) {
  return html`<span class="mono">${text}</span> <${CopyButton} text=${text} label=${label} />`;
}
