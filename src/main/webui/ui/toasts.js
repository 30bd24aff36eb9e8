/** Short messages at the edge of the page. */

import { html, useEffect, useState } from "./preact.js";
import { Button } from "./basics.js";

const LIFETIME = 8000;
const MAX_SHOWN = 4;

let toasts = [];
let number = 0;
let onChange = () => {};

function change(changed) {
  toasts = changed.slice(-MAX_SHOWN);
  onChange(toasts);
}

/** Shows a message; an error stays until the user closes it. */
export function showMessage(text, { isError = false } = {}) {
  const toast = { id: ++number, text, isError };
  change([...toasts.filter((shown) => shown.text !== text), toast]);
  if (!isError) {
    setTimeout(() => close(toast.id), LIFETIME);
  }
}

export function showError(error) {
  showMessage(error.message, { isError: true });
}

function close(id) {
  change(toasts.filter((toast) => toast.id !== id));
}

export function Toasts() {
  const [shown, setShown] = useState(toasts);
  useEffect(() => {
    onChange = setShown;
    setShown(toasts);
  }, []);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${shown.map(
      (toast) => html`<div class="toast" key=${toast.id} role=${toast.isError ? "alert" : undefined}>
        <span>${toast.text}</span>
        <${Button} kind="small plain" onClick=${() => close(toast.id)} label="Close the message">Close<//>
      </div>`,
    )}
  </div>`;
}
