/** The buttons of a timeline. */

import { html, useId } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { count, duration } from "../ui/format.js";
import { useChanges } from "../ui/use-changes.js";
import { UNDELIVERED } from "./describe.js";
import { Legend } from "./legend.js";

/** @param undelivered how many callbacks were not delivered */
export function Toolbar({ stage, undelivered, filter, onFilter }) {
  useChanges(stage);
  const id = useId();
  const { viewport } = stage;
  return html`<div class="row spread timeline-toolbar">
    <div class="row" role="group" aria-label="Timeline">
      <${Button} kind="small" label="Zoom in" title="Zoom in (+)" onClick=${() => stage.zoomIn()}>+<//>
      <${Button} kind="small" label="Zoom out" title="Zoom out (-)" onClick=${() => stage.zoomOut()}>−<//>
      <${Button} kind="small" title="Show everything (0)" onClick=${() => stage.fitAll()}>Fit<//>
      <${Button} kind="small" title="Go to the present (N)" onClick=${() => stage.goToNow()}>Now<//>
      <${Button} kind="small" title="Keep the present and the newest task in view (F)" pressed=${viewport.isFollowing} onClick=${() => stage.toggleFollowing()}>Follow<//>
      <span class="soft small number">${duration(viewport.scale.span)} in view<span class="visually-hidden">, ${stage.windowText()}</span></span>
    </div>
    <div class="row">
      ${(undelivered > 0 || filter === UNDELIVERED) && html`<${Button}
        kind=${filter === UNDELIVERED ? "small" : "small danger"}
        title="Show only the tasks of these callbacks"
        pressed=${filter === UNDELIVERED}
        onClick=${() => onFilter(filter === UNDELIVERED ? "" : UNDELIVERED)}
      >${count(undelivered, "callback")} not delivered<//>`}
      <label class="visually-hidden" for=${id}>Filter tasks</label>
      <input id=${id} class="input timeline-filter" type="search" placeholder="Filter tasks" title="Words of the prompt, an id, a status, a fault, or undelivered" value=${filter} onInput=${(event) => onFilter(event.target.value)} />
      <${Legend} />
    </div>
  </div>`;
}
