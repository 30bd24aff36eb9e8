/**
 * The timeline of a sandbox: a lane for each task, and beside it the detail of the task that is open.
 *
 * The newest task is at the bottom: time goes down and to the right, as in a browser's list of requests, and a new
 * lane does not move the ones that the user looks at.
 */

import { html, useMemo, useState } from "../ui/preact.js";
import { count, number } from "../ui/format.js";
import { hasWords, wordsOf } from "../ui/words.js";
import { open } from "../router.js";
import { TaskPanel } from "../task/task-panel.js";
import { searchText } from "./describe.js";
import { LaneList } from "./lane-list.js";
import { Stage } from "./stage.js";
import { Toolbar } from "./toolbar.js";

export function TimelineView({ store, query }) {
  const stage = useMemo(() => new Stage(store), [store]);
  const [filter, setFilter] = useState(query.filter ?? "");
  const { all, byId } = store.lanes;
  const lanes = filtered(all, filter);
  const current = byId.get(query.task);
  const close = () => {
    open(["sandboxes", store.handle, "timeline"]);
    requestAnimationFrame(() => rowOf(query.task)?.focus());
  };
  const total = lanes.length === all.length ? count(all.length, "task") : `${number(lanes.length)} of ${count(all.length, "task")}`;
  return html`<div class=${`timeline-view ${query.task ? "has-panel" : ""}`}>
    <section class="card stack tight timeline-card" aria-label="Timeline">
      <${Toolbar} stage=${stage} undelivered=${store.lanes.undelivered} filter=${filter} onFilter=${setFilter} />
      <${LaneList} store=${store} stage=${stage} lanes=${lanes} current=${current} total=${total} hasTasks=${all.length > 0} />
    </section>
    ${query.task && html`<${TaskPanel} key=${query.task} store=${store} id=${query.task} exchange=${query.exchange} onClose=${close} />`}
  </div>`;
}

function rowOf(id) {
  return document.querySelector(`.timeline-row[data-lane="${CSS.escape(id)}"]`);
}

/** The lanes in which each word of the filter occurs. */
function filtered(lanes, filter) {
  const words = wordsOf(filter);
  return words.length === 0 ? lanes : lanes.filter((lane) => hasWords(searchText(lane), words));
}
