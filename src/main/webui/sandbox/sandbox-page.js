/** The page of one sandbox: its summary, its clock, and its views. */

import { html } from "../ui/preact.js";
import { Notice, Tabs } from "../ui/basics.js";
import { Loading } from "../ui/load.js";
import { useTitle } from "../ui/use-title.js";
import { link } from "../router.js";
import { SandboxSummary } from "./sandbox-summary.js";
import { ClockPanel } from "../clock/clock-panel.js";
import { RequestsView } from "../requests/requests-view.js";
import { AccountView } from "../account/account-view.js";
import { FaultsView } from "../faults/faults-view.js";
import { ReportView } from "../report/report-view.js";
import { TimelineView } from "../timeline/timeline-view.js";
import { VerifyView } from "../verify/verify-view.js";
import { useStore } from "./use-store.js";

/** The views: the segment in the address, the name and the component, which gets the store and the query. */
const VIEWS = [
  ["timeline", "Timeline", TimelineView],
  ["requests", "Requests", RequestsView],
  ["faults", "Faults", FaultsView],
  ["account", "Account", AccountView],
  ["report", "Report", ReportView],
  ["verify", "Verify", VerifyView],
];

export function SandboxPage({ handle, view, query }) {
  const store = useStore(handle);
  const key = store.sandbox?.key;
  const [name, , View] = VIEWS.find(([segment]) => segment === view) ?? VIEWS[0];
  useTitle(key ?? "Sandbox");
  if (!store.sandbox) {
    return html`<div class="stack">
      <a href=${link(["sandboxes"])}>All sandboxes</a>
      <${Loading} error=${store.error} reload=${() => store.reload()} />
    </div>`;
  }
  return html`<div class="stack">
    <div class="card stack sandbox-head">
      <${SandboxSummary} store=${store} />
      <${ClockPanel} store=${store} />
    </div>
    ${store.connection === "lost" && html`<${Notice} role="status">The connection is lost, so this page may be out of date, and its clock stands still. Connecting again… (${store.error?.message})<//>`}
    <${Tabs} label="Views" current=${name} tabs=${VIEWS.map(([segment, title]) => [segment, link(["sandboxes", handle, segment]), title])} />
    <${View} store=${store} query=${query} />
  </div>`;
}
