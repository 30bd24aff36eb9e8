/** The view "Report": what the client did that would cause problems in production. */

import { html, useMemo } from "../ui/preact.js";
import { Badge, Button, Notice } from "../ui/basics.js";
import { Code } from "../ui/code.js";
import { controlCommand } from "../ui/control-command.js";
import { count, time } from "../ui/format.js";
import { KeyHint } from "../ui/key-hint.js";
import { Loading, useLoaded } from "../ui/load.js";
import { address, get } from "../api/control.js";
import { FindingGroup } from "./findings.js";
import { KindTable } from "./kind-table.js";
import { byKind } from "./kinds.js";
import { loadCallbacks } from "./load-callbacks.js";
import { Summary } from "./summary.js";

export function ReportView({ store, query: { kind } }) {
  const { handle } = store;
  const { data, error, reload } = useLoaded((signal) => load(handle, signal), [handle]);
  const isLoading = Boolean(store.isLoading);
  const report = useMemo(() => data && html`<${Report} store=${store} report=${data.report} opened=${kind} />`, [data, kind, isLoading]);
  const commands = useMemo(() => html`<${Commands} />`, []);
  return html`<div class="stack">
    ${data
      ? html`<${Verdict} report=${data.report} readAt=${data.readAt} reload=${reload} hasNews=${store.newestExchange > data.newestExchange} />`
      : html`<${Loading} error=${error} reload=${reload} what="Reading the report…" />`}
    ${data && error && html`<${Notice} kind="fault" role="alert">The report could not be read again: ${error.message}<//>`}
    ${data && html`<${Summary} store=${store} callbacks=${data.callbacks} />`}
    ${report} ${commands}
  </div>`;
}

/** The report, the callbacks, and the number of the newest exchange before it was read. */
async function load(handle, signal) {
  const { exchanges } = await get("journal", { handle, signal, query: { detail: "summary", limit: 1 } });
  const [report, callbacks] = await Promise.all([get("report", { handle, signal }), loadCallbacks(handle, signal)]);
  return { report, callbacks, newestExchange: exchanges.at(-1)?.number ?? 0, readAt: Date.now() };
}

const VERDICTS = {
  clean: { tone: "good", label: "clean", text: ({ exchanges }) => `No findings in ${count(exchanges, "request")}` },
  findings: {
    tone: "fault",
    label: "findings",
    text: ({ exchanges, findings, left_out: leftOut }) => {
      const total = Object.values(leftOut).reduce((sum, more) => sum + more, findings.length);
      return `${count(total, "finding")} in ${count(exchanges, "request")}`;
    },
  },
  empty: { tone: "", label: "nothing recorded", text: () => "Nothing recorded: no request has come with this key" },
};

function Verdict({ report, readAt, reload, hasNews }) {
  const { tone, label, text } = VERDICTS[report.verdict];
  return html`<section class=${`card stack tight verdict ${tone}`} aria-label="Verdict">
    <div class="row spread">
      <div class="row" role="status">
        <${Badge} tone=${tone}>${label}<//>
        <h2>${text(report)}</h2>
      </div>
      <div class="row">
        <span class="soft small number">Read at ${time(readAt)} UTC</span>
        <${Button} onClick=${reload}>Refresh<//>
      </div>
    </div>
    ${report.dropped > 0 &&
    html`<p>The journal has dropped ${count(report.dropped, "older request")}, so the report does not cover ${report.dropped === 1 ? "it" : "them"}.</p>`}
    <div role="status">${hasNews && html`<${Notice} kind="plain">There are new requests since this report.<//>`}</div>
  </section>`;
}

function Report({ store, report, opened }) {
  const { handle } = store;
  const { findings, left_out: leftOut, not_tried: notTried } = report;
  const groups = byKind(findings);
  const taskOf = useMemo(() => taskFinder(store.lanes.all), [report, store.isLoading]);
  return html`
    ${findings.length > 0 &&
    html`<h2>Findings</h2>
      <${KindTable} handle=${handle} groups=${groups} leftOut=${leftOut} opened=${opened} />
      ${groups.map(
        ([kind, group]) => html`<${FindingGroup} key=${kind} handle=${handle} kind=${kind} findings=${group} taskOf=${taskOf} leftOut=${leftOut[kind]} />`,
      )}`}
    ${notTried.length > 0 &&
    html`<section class="card stack tight" aria-label="Not tried">
      <h2>Not tried</h2>
      <p class="soft">These situations did not happen to the client, so the report says nothing about them.</p>
      <ul class="not-tried">
        ${notTried.map((text) => html`<li>${text}</li>`)}
      </ul>
    </section>`}
  `;
}

/** A function from the id or the public id of a task to the task, if the page knows it. */
function taskFinder(lanes) {
  let byId;
  return (id) => {
    byId ??= new Map(lanes.filter(({ task }) => task).flatMap(({ task }) => [[task.id, task], [task.public_id ?? task.id, task]]));
    return byId.get(id);
  };
}

function Commands() {
  const log = controlCommand(address("report", { fail_on: "findings", format: "text" }).href);
  const junit = controlCommand(address("report", { format: "junit" }).href, { output: "client-report.xml" });
  return html`<section class="card stack tight" aria-label="In CI">
    <h2>In CI</h2>
    <p>At the end of the tests, this prints the report and ends with an error if there are findings.</p>
    <${Code} text=${log} label="curl command that fails on findings" />
    <${KeyHint} />
    <p>This writes a test report for the build server. It has a test case for each kind of finding.</p>
    <${Code} text=${junit} label="curl command for JUnit's format" />
    <${KeyHint} />
  </section>`;
}
