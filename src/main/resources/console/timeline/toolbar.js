/** The buttons of a timeline. */

import { html, useEffect, useId, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { duration } from "../ui/format.js";
import { Legend } from "./legend.js";

export const ZOOM_STEP = 1.5;

export function Toolbar({ stage, filter, onFilter }) {
  useStage(stage);
  const id = useId();
  const { viewport } = stage;
  const zoom = (factor) => stage.change(() => viewport.zoom(factor, undefined, stage.now()));
  return html`<div class="row spread timeline-toolbar">
    <div class="row" role="group" aria-label="Timeline">
      <${Button} kind="small" label="Zoom in" title="Zoom in (+)" onClick=${() => zoom(ZOOM_STEP)}>+<//>
      <${Button} kind="small" label="Zoom out" title="Zoom out (-)" onClick=${() => zoom(1 / ZOOM_STEP)}>−<//>
      <${Button} kind="small" title="Show everything (0)" onClick=${() => stage.fitAll()}>Fit<//>
      <${Button} kind="small" title="Go to the present (N)" onClick=${() => stage.change(() => viewport.goTo(stage.now()))}>Now<//>
      <${Button} kind="small" title="Keep the present and the newest task in view (F)" pressed=${viewport.isFollowing} onClick=${() => stage.toggleFollowing()}>Follow<//>
      <span class="soft small number">${duration(viewport.scale.span)} in view<span class="visually-hidden">, ${stage.windowText()}</span></span>
    </div>
    <div class="row">
      <label class="visually-hidden" for=${id}>Filter tasks</label>
      <input id=${id} class="input timeline-filter" type="search" placeholder="Filter: prompt, id, status, fault" value=${filter} onInput=${(event) => onFilter(event.target.value)} />
      <${Legend} />
    </div>
  </div>`;
}

/** Renders the component again when the stage has changed. */
export function useStage(stage) {
  const [, render] = useState(0);
  useEffect(() => stage.subscribe(() => render((count) => count + 1)), [stage]);
}
