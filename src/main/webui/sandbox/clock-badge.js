import { html } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { number } from "../ui/format.js";

/** How a sandbox's clock runs: unknown without a connection, frozen, faster or slower than real time, or normally. */
export function ClockBadge({ clock: { frozen, scale, isStopped } }) {
  if (isStopped) {
    return html`<${Badge} tone="warning">no connection<//>`;
  }
  if (frozen) {
    return html`<${Badge} tone="frozen">❄ frozen${scale !== 1 && ` ×${number(scale)}`}<//>`;
  }
  return scale === 1 ? html`<span class="soft">runs</span>` : html`<${Badge} tone="processing">×${number(scale)}<//>`;
}
