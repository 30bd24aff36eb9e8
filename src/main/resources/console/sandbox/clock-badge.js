import { html } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { number } from "../ui/format.js";

/** How a sandbox's clock runs: frozen, faster or slower than real time, or normally. */
export function ClockBadge({ clock: { frozen, scale } }) {
  if (frozen) {
    return html`<${Badge} tone="frozen">❄ frozen${scale !== 1 && ` ×${number(scale)}`}<//>`;
  }
  return scale === 1 ? html`<span class="soft">runs</span>` : html`<${Badge} tone="processing">×${number(scale)}<//>`;
}
