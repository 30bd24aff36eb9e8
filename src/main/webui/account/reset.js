import { html, useState } from "../ui/preact.js";
import { Button, Dialog } from "../ui/basics.js";
import { count } from "../ui/format.js";
import { showMessage } from "../ui/toasts.js";
import { remove } from "../api/control.js";
import { open } from "../router.js";

/** Removes the sandbox, after the user has confirmed it. */
export function ResetSandbox({ store }) {
  const [isAsking, setAsking] = useState(false);
  const { key, tasks } = store.sandbox;
  const kept = tasks.pending + tasks.processing + tasks.completed + tasks.failed;
  const reset = async () => {
    await remove("sandbox", { handle: store.handle });
    showMessage(`The sandbox of ${key} is removed. The next request with the key creates a new one.`);
    open(["sandboxes"]);
  };
  return html`<section class="card stack" aria-labelledby="reset">
    <h2 id="reset">Reset</h2>
    <p class="soft">Removes the sandbox and everything in it. The next request with the key creates a new one.</p>
    <div class="row"><${Button} kind="danger" onClick=${() => setAsking(true)}>Reset<//></div>
    ${isAsking && html`<${Dialog} title=${`Reset the sandbox of ${key}?`} onClose=${() => setAsking(false)}>
      <p>
        ${count(kept, "task")} with images, the balance and ledger, rules, callbacks, the journal, and all settings of this page are lost.
        The clock shows the real time again.
      </p>
      <div class="row">
        <${Button} kind="danger" onClick=${reset}>Reset the sandbox<//>
        <${Button} onClick=${() => setAsking(false)}>Cancel<//>
      </div>
    <//>`}
  </section>`;
}
