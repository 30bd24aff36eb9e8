import { html, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { Code } from "../ui/code.js";
import { number } from "../ui/format.js";

/** More characters than this are shown when the user asks for them. */
const BOUND = 4000;

/** Code of which at first only the beginning is shown, so that the page stays fast with many long texts. */
export function BoundedCode({ text, label }) {
  const [isWhole, setWhole] = useState(false);
  const isCut = !isWhole && text.length > BOUND;
  return html`<div class="stack tight">
    <${Code} text=${isCut ? `${text.slice(0, BOUND)}…` : text} copied=${text} label=${label} />
    ${isCut &&
    html`<div><${Button} kind="small" onClick=${() => setWhole(true)}>Show all ${number(text.length)} characters<//></div>`}
  </div>`;
}
