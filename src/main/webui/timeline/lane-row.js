/** The rows of the lanes, on the left of the canvas. */

import { html, useMemo } from "../ui/preact.js";
import { Status } from "../ui/basics.js";
import { count, number } from "../ui/format.js";
import { link } from "../router.js";
import { OTHERS, summary, title } from "./describe.js";

/** The address of a lane's detail, or of a mark's exchange in it. */
export function laneLink(handle, lane, exchange) {
  return lane.id
    ? link(["sandboxes", handle, "timeline"], { task: lane.id, exchange })
    : link(["sandboxes", handle, "requests"], { exchange });
}

/** @param index of the lane in the list of `total` lanes */
export function LaneRow({ handle, lane, index, total, top, isActive, isCurrent, stage }) {
  return useMemo(() => {
    const { task } = lane;
    return html`<li style=${{ top: `${top}px` }} aria-setsize=${total} aria-posinset=${index + 1}>
      <a
        class=${`timeline-row ${isCurrent ? "is-current" : ""}`}
        href=${laneLink(handle, lane)}
        data-lane=${lane.id}
        tabindex=${isActive ? 0 : -1}
        aria-current=${isCurrent ? "true" : undefined}
        onMouseEnter=${() => stage.showLane(lane)}
        onMouseLeave=${() => stage.hideTip()}
        onClick=${() => stage.hideTip()}
      >
        ${task && html`<${Status} status=${task.status} isHeld=${task.held} /> `}
        <bdi class="timeline-title">${title(lane)}</bdi>
        ${task && html` <span class="timeline-vendor soft small">${task.dialect}</span>`}
        <span class="visually-hidden">, ${summary(lane)}</span>
      </a>
    </li>`;
  }, [handle, lane, lane.version, index, total, top, isActive, isCurrent]);
}

/** The pinned lane. */
export function OthersRow({ handle, lane, stage }) {
  return html`<a
    class="timeline-row"
    href=${laneLink(handle, lane)}
    data-lane="others"
    onMouseEnter=${() => stage.showLane(lane)}
    onMouseLeave=${() => stage.hideTip()}
    onClick=${() => stage.hideTip()}
    onFocus=${() => stage.showLane(lane)}
    onBlur=${() => stage.hideTip()}
  >
    <span class="timeline-title">${OTHERS}</span>
    <span class="badge" aria-label=${`, ${count(lane.size, "request")}`}>${number(lane.size)}</span>
  </a>`;
}
