/** Follows the task that a request has created. It uses the events of the control API, so it sends no polls. */

import { html, useEffect, useState } from "../ui/preact.js";
import { Button, Notice, Status } from "../ui/basics.js";
import { get, post, send } from "../api/control.js";
import { follow } from "../api/stream.js";
import { Clock } from "../sandbox/clock.js";
import { isEnded, planOf } from "../task/plan.js";
import { BlobImage } from "./response-images.js";
import { useLoaded } from "../ui/load.js";

const MAX_RATE = 50;

/** @param id of the task, as the vendor writes it */
export function TaskWatch({ handle, id }) {
  const [task, setTask] = useState();
  const [clock, setClock] = useState();
  useEffect(() => {
    const isThis = (changed) => changed && (changed.id === id || changed.public_id === id);
    let stop = () => {};
    const show = (changed) => {
      setTask(changed);
      isEnded(changed) && stop();
    };
    const load = () => {
      get(`tasks/${encodeURIComponent(id)}`, { handle }).then(show, () => {});
      get("clock", { handle }).then((state) => setClock(new Clock(state)), () => {});
    };
    const onEvent = (event) => {
      event.type === "dropped" && load();
      event.type === "clock_moved" && setClock(new Clock(event));
      isThis(event.task) && show(event.task);
    };
    stop = follow({
      handle,
      maxRate: MAX_RATE,
      onOpen: load,
      onEvent,
      onLost: () => {},
    });
    return () => stop();
  }, [handle, id]);
  return task && html`<section class="stack tight" aria-label="Task">
    <p class="row" role="status">Task <code class="break">${id}</code> <${Status} status=${task.status} isHeld=${task.held} /></p>
    ${task.status === "failed" && html`<${Notice} kind="fault"><strong class="mono">${task.outcome.code}</strong> ${task.outcome.message}<//>`}
    ${!isEnded(task) && clock?.frozen && html`<${Frozen} handle=${handle} task=${task} clock=${clock} />`}
    ${task.status === "completed" && task.images > 0 && html`<${TaskImage} handle=${handle} id=${task.id} />`}
  </section>`;
}

/** Why the task does not move on, and the button that helps. */
function Frozen({ handle, task, clock }) {
  return html`<div class="row">
    <span>${planOf(task, { now: clock.now(), isFrozen: true })}</span>
    <${Button} kind="small" onClick=${() => post("clock", { advance: "2s" }, { handle })}>+2 s<//>
  </div>`;
}

/** The finished image, which the control API draws: it is no download of a client. */
function TaskImage({ handle, id }) {
  const { data, error } = useLoaded(async (signal) => (await send("GET", `tasks/${id}/images/0`, { handle, signal })).blob(), [handle, id]);
  if (error) {
    return html`<${Notice} kind="fault">${error.message}<//>`;
  }
  return data && html`<div class="try-images"><${BlobImage} blob=${data} name="The finished image" /></div>`;
}
