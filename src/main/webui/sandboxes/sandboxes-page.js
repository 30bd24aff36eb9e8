/** The list of all sandboxes. */

import { html, useEffect, useMemo, useState } from "../ui/preact.js";
import { Badge, Field } from "../ui/basics.js";
import { Loading } from "../ui/load.js";
import { ago, number } from "../ui/format.js";
import { useTitle } from "../ui/use-title.js";
import { hasWords, wordsOf } from "../ui/words.js";
import { link } from "../router.js";
import { ClockBadge } from "../sandbox/clock-badge.js";
import { SandboxList } from "./sandbox-list.js";

export function SandboxesPage() {
  const [state, setState] = useState({});
  const [filter, setFilter] = useState("");
  useTitle("Sandboxes");
  useEffect(() => {
    const list = new SandboxList(setState);
    list.start();
    return () => list.stop();
  }, []);
  const shown = useMemo(() => filtered(state.sandboxes ?? [], filter), [state.sandboxes, filter]);
  const ambiguous = useMemo(() => ambiguousKeys(state.sandboxes ?? []), [state.sandboxes]);
  return html`<div class="stack">
    <div class="row spread">
      <div>
        <h1>Sandboxes</h1>
        <p class="soft">Each API key has a sandbox of its own: its credits, clock, tasks and faults.</p>
      </div>
      <div class="sandbox-filter">
        <${Field} label="Filter">
          ${(props) => html`<input class="input" type="search" placeholder="key, vendor, weather, rule" value=${filter} onInput=${(e) => setFilter(e.target.value)} ...${props} />`}
        <//>
      </div>
    </div>
    ${state.error && html`<${Loading} error=${state.error} />`}
    ${state.sandboxes
      ? html`<${SandboxTable} sandboxes=${shown} ambiguous=${ambiguous} now=${state.now} hasAny=${state.sandboxes.length > 0} more=${state.more} />`
      : !state.error && html`<${Loading} />`}
  </div>`;
}

/** The sandboxes in which each word of the filter occurs somewhere. */
function filtered(sandboxes, filter) {
  const words = wordsOf(filter);
  const text = ({ key, handle, dialects, faults }) =>
    [key, handle, ...dialects, faults.weather ?? "", ...faults.rules].join(" ").toLowerCase();
  return words.length === 0 ? sandboxes : sandboxes.filter((sandbox) => hasWords(text(sandbox), words));
}

/** Keys that look alike when they are masked. */
function ambiguousKeys(sandboxes) {
  const keys = sandboxes.map(({ key }) => key);
  return new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
}

function SandboxTable({ sandboxes, ambiguous, now, hasAny, more }) {
  if (sandboxes.length === 0) {
    return html`<p class="card empty">
      ${hasAny ? "No sandbox matches the filter." : html`There is no sandbox yet. The first request with a key creates one. <a href=${link(["try"])}>Try it</a>`}
    </p>`;
  }
  return html`<div class="card scroll-x">
    <table class="table sandbox-table">
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Vendors</th>
          <th scope="col">Running</th>
          <th scope="col">Finished</th>
          <th scope="col">Balance</th>
          <th scope="col">Faults</th>
          <th scope="col">Clock</th>
          <th scope="col">Last use</th>
        </tr>
      </thead>
      <tbody>
        ${sandboxes.map((sandbox) => html`<${SandboxRow} key=${sandbox.handle} sandbox=${sandbox} isAmbiguous=${ambiguous.has(sandbox.key)} now=${now} />`)}
      </tbody>
    </table>
    ${more && html`<p class="soft small">These are the ${sandboxes.length} sandboxes that were used last.</p>`}
  </div>`;
}

function SandboxRow({ sandbox, isAmbiguous, now }) {
  const { handle, key, dialects, tasks, balance, faults, clock, last_used_at: lastUsed } = sandbox;
  return html`<tr>
    <th scope="row"><a class="mono" href=${link(["sandboxes", handle])}>${key}${isAmbiguous && html` <span class="small soft">${handle}</span>`}</a></th>
    <td>${dialects.join(", ") || html`<span class="soft">none yet</span>`}</td>
    <td class="number">
      ${tasks.pending + tasks.processing > 0 ? html`<${Badge} tone="processing">${number(tasks.pending + tasks.processing)} running<//>` : "0"}
    </td>
    <td class="number">
      ${number(tasks.completed)} completed${tasks.failed > 0 && html`, <span class="failed-count">${number(tasks.failed)} failed</span>`}
    </td>
    <td class="number">${number(balance)}</td>
    <td><${Faults} faults=${faults} /></td>
    <td><${ClockBadge} clock=${clock} /></td>
    <td class="number">${ago(Math.max(0, now - Date.parse(lastUsed)))}</td>
  </tr>`;
}

function Faults({ faults: { weather, rules } }) {
  if (rules.length === 0) {
    return html`<span class="soft">none</span>`;
  }
  const shown = weather ? `weather ${weather}` : rules.slice(0, 3).join(", ") + (rules.length > 3 ? ` and ${rules.length - 3} more` : "");
  return html`<${Badge} tone="fault" title=${rules.join(", ")}>${shown}<//>`;
}
