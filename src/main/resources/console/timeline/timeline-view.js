import { html } from "../ui/preact.js";
import { Status } from "../ui/basics.js";
import { line } from "../ui/format.js";

export function TimelineView({ store }) {
  return html`<div class="card">
    ${store.lanes.all.map((lane) => html`<p key=${lane.id}>${lane.task && html`<${Status} status=${lane.task.status} /> ${line(lane.task.prompt)}`} ${lane.marks.size}</p>`)}
  </div>`;
}
