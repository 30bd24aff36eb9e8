import { html } from "../ui/preact.js";
import { Facts } from "../ui/basics.js";
import { CopyButton } from "../ui/code.js";
import { useLoaded } from "../ui/load.js";
import { loadOnce } from "../api/control.js";
import { amount, time } from "../ui/format.js";
import { BoundedCode } from "../exchange/bounded-code.js";

/** What the request asked for, and the task's ids. All of it is text. */
export function TaskFacts({ task }) {
  const { data: index } = useLoaded(() => loadOnce(""), []);
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
        ["Price", priceOf(task, index)],
        ["Callback URL", task.callback_url === null ? "none" : html`<span class="mono">${task.callback_url}</span>`],
        ["Created", html`<span class="number">${time(Date.parse(task.created_at), { withDate: true, withMilliseconds: true })}</span>`],
      ]}
    />`;
}

/** A vendor without credits has its prices in US dollars. */
function priceOf({ price, dialect }, index) {
  const vendor = index?.dialects.find(({ name }) => name === dialect);
  if (!vendor) {
    return amount(price);
  }
  const creditPrice = vendor.credit_price_usd;
  return creditPrice === undefined ? `${amount(price)} USD` : `${amount(price)} credits, ${amount(Number((price * creditPrice).toFixed(9)))} USD`;
}

function Id({ text, label }) {
  return html`<span class="mono">${text}</span> <${CopyButton} text=${text} label=${label} />`;
}
