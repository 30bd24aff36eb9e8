/** The head of a sandbox's page. */

import { html } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { count, number } from "../ui/format.js";
import { link } from "../router.js";

export function SandboxSummary({ store: { sandbox, connection } }) {
  const { key, handle, credits, key_status: keyStatus, tasks, faults, ledger } = sandbox;
  return html`<div class="row spread">
    <div class="row">
      <a href=${link(["sandboxes"])}>‹ Sandboxes</a>
      <h1 class="mono">${key}</h1>
      <span class="mono small soft" title="The handle of the sandbox">${handle}</span>
      ${keyStatus !== "active" && html`<${Badge} tone="fault">${keyStatus}<//>`}
      ${connection === "live" ? html`<${Badge} tone="good">live<//>` : html`<${Badge} tone="warning">${connection}<//>`}
    </div>
    <div class="row number">
      <${Badge} tone="processing">${number(tasks.pending + tasks.processing)} running<//>
      <${Badge} tone="completed">${number(tasks.completed)} completed<//>
      <${Badge} tone="failed">${number(tasks.failed)} failed<//>
      ${tasks.dropped > 0 && html`<span class="soft small">${count(tasks.dropped, "task")} no longer kept</span>`}
      <span><strong>${number(credits)}</strong> credits${ledger.held > 0 && html`, ${number(ledger.held)} held`}</span>
      ${faults.rules.length > 0 && html`<${Badge} tone="fault" title=${faults.rules.join(", ")}>${faults.weather ? `weather ${faults.weather}` : count(faults.rules.length, "rule")}<//>`}
    </div>
  </div>`;
}
