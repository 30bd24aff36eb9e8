/** The images of a completed task, as its client gets them. */

import { html, useEffect, useState } from "../ui/preact.js";
import { Button, Dialog } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { line } from "../ui/format.js";
import { send } from "../api/control.js";

/** More images than this are shown when the user asks for them. */
const SHOWN = 4;

export function TaskImages({ store, task }) {
  const [isAll, setAll] = useState(false);
  const count = isAll ? task.images : Math.min(task.images, SHOWN);
  return html`<div class="task-images">
    ${Array.from({ length: count }, (_, index) => html`<${TaskImage} key=${index} store=${store} task=${task} index=${index} />`)}
    ${count < task.images && html`<${Button} kind="small" onClick=${() => setAll(true)}>Show all ${task.images} images<//>`}
  </div>`;
}

function TaskImage({ store, task, index }) {
  const [isLarge, setLarge] = useState(false);
  const { address, error, reload } = useImage(store, task.id, index);
  if (!address) {
    return html`<${Loading} error=${error} reload=${reload} what="Loading the image…" />`;
  }
  const number = task.images > 1 ? ` ${index + 1} of ${task.images}` : "";
  const text = `Image${number}: ${line(task.prompt, 300)}`;
  const download = html`<a href=${address} download=${`${task.public_id}-${index}.${task.format}`}>Download the image${number} (${task.format})</a>`;
  return html`<figure class="stack tight">
    <button class="image-button" type="button" aria-haspopup="dialog" onClick=${() => setLarge(true)}>
      <img src=${address} alt=${text} />
    </button>
    <figcaption class="small">${download}</figcaption>
    ${isLarge &&
    html`<${Dialog} title=${`Image${number}, ${task.size}`} onClose=${() => setLarge(false)}>
      <img class="large-image" src=${address} alt=${text} />
      <div class="row spread">${download}<${CloseButton} /></div>
    <//>`}
  </figure>`;
}

function CloseButton() {
  return html`<form method="dialog"><button class="button small" type="submit">Close</button></form>`;
}

/** The image needs the API's headers, so an address of the server is not enough. */
function useImage(store, id, index) {
  const { data: blob, error, reload } = useLoaded(
    async (signal) => (await send("GET", `tasks/${encodeURIComponent(id)}/images/${index}`, { handle: store.handle, signal })).blob(),
    [store, id, index],
  );
  const [address, setAddress] = useState(undefined);
  useEffect(() => {
    const created = blob && URL.createObjectURL(blob);
    setAddress(created);
    return () => created && URL.revokeObjectURL(created);
  }, [blob]);
  return { address, error, reload };
}
