/** Follows the task that a request has created. It uses the events of the control API, so it sends no polls. */

import { html, useEffect, useState } from "../ui/preact.js";
import { Notice, Status } from "../ui/basics.js";
import { get, send } from "../api/control.js";
import { follow } from "../api/stream.js";
import { isEnded } from "../task/plan.js";
import { BlobImage } from "./response-images.js";
import { useLoaded } from "../ui/load.js";

const MAX_RATE = 50;

/** @param id of the task, as the vendor writes it */
export function TaskWatch({ handle, id }) {
  const [task, setTask] = useState();
  useEffect(() => {
    const isThis = (changed) => changed && (changed.id === id || changed.public_id === id);
    let stop = () => {};
    const show = (changed) => {
      setTask(changed);
      isEnded(changed) && stop();
    };
    const load = () => get(`tasks/${encodeURIComponent(id)}`, { handle }).then(show, () => {});
    stop = follow({
      handle,
      maxRate: MAX_RATE,
      onOpen: load,
      onEvent: (event) => (event.type === "dropped" ? load() : isThis(event.task) && show(event.task)),
      onLost: () => {},
    });
    return () => stop();
  }, [handle, id]);
  return task && html`<section class="stack tight" aria-label="Task">
    <p class="row" role="status">Task <code class="break">${id}</code> <${Status} status=${task.status} isHeld=${task.held} /></p>
    ${task.status === "completed" && task.images > 0 && html`<${TaskImage} handle=${handle} id=${task.id} />`}
  </section>`;
}

/** The finished image, which the control API draws: it is no download of a client. */
function TaskImage({ handle, id }) {
  const { data, error } = useLoaded(async (signal) => (await send("GET", `tasks/${id}/images/0`, { handle, signal })).blob(), [handle, id]);
  if (error) {
    return html`<${Notice} kind="fault">${error.message}<//>`;
  }
  return data && html`<div class="try-images"><${BlobImage} blob=${data} name="The finished image" /></div>`;
}
