/** The sandbox's clock with its buttons. */

import { html } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { post } from "../api/control.js";

export function ClockPanel({ store }) {
  const move = async (change) => store.setClock(await post("clock", change, { handle: store.handle }));
  return html`<div class="row">
    <${Button} onClick=${() => move({ freeze: true })}>Freeze<//>
  </div>`;
}
