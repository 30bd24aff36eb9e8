/** Small parts of pages: buttons, badges, fields, facts. */

import { html, useEffect, useId, useRef, useState } from "./preact.js";
import { showError } from "./toasts.js";

/**
 * A button that runs an action. While the action runs, a click does nothing, but the button keeps the focus, so that the
 * keyboard can press it again. An error of the action is shown as a message.
 *
 * @param kind "primary", "danger", "plain" or "small", also several
 */
export function Button({ onClick, kind = "", children, disabled, pressed, label, ...rest }) {
  const [isBusy, setBusy] = useState(false);
  const run = async (event) => {
    if (isBusy) {
      return;
    }
    setBusy(true);
    try {
      await onClick(event);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return html`<button
    type="button"
    class=${`button ${kind}`}
    onClick=${run}
    disabled=${disabled}
    aria-disabled=${isBusy ? "true" : undefined}
    aria-pressed=${pressed}
    aria-label=${label}
    ...${rest}
  >
    ${children}
  </button>`;
}

/** @param tone "pending", "processing", "completed", "failed", "fault", "warning", "frozen" or "good" */
export function Badge({ tone = "", children, title }) {
  return html`<span class=${`badge ${tone}`} title=${title}>${children}</span>`;
}

export function Status({ status, isHeld = false }) {
  return html`<${Badge} tone=${status}>${status}${isHeld && ", held"}<//>`;
}

/** A label with its control: `children` is a function from the id that the control must have. */
export function Field({ label, hint, error, children }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return html`<div class="field">
    <label class="label" for=${id}>${label}</label>
    ${children({ id, "aria-describedby": describedBy, "aria-invalid": error ? "true" : undefined })}
    ${hint && html`<span class="hint" id=${`${id}-hint`}>${hint}</span>`}
    ${error && html`<span class="error" id=${`${id}-error`}>${error}</span>`}
  </div>`;
}

/** @param facts pairs of a term and its description; a description that is null or undefined leaves the pair out */
export function Facts({ facts }) {
  return html`<dl class="facts">
    ${facts
      .filter(([, description]) => description !== null && description !== undefined)
      .map(([term, description]) => html`<dt>${term}</dt><dd>${description}</dd>`)}
  </dl>`;
}

/** @param kind "warning", "fault", "good" or "plain" */
export function Notice({ kind = "warning", children, ...rest }) {
  return html`<div class=${`notice ${kind}`} ...${rest}><div class="break">${children}</div></div>`;
}

/** Links to the views of a page. `tabs` are pairs of a name and an address; `current` is the name of the open one. */
export function Tabs({ label, tabs, current }) {
  return html`<nav class="tabs" aria-label=${label}>
    ${tabs.map(([name, address, shown = name]) => html`<a href=${address} aria-current=${name === current ? "page" : undefined}>${shown}</a>`)}
  </nav>`;
}

/** A dialog that is open while it is rendered; then the focus returns. `onClose` is called when the user closes it. */
export function Dialog({ title, onClose, children }) {
  const dialog = useRef();
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element.showModal();
    return () => element.close();
  }, []);
  return html`<dialog class="card" ref=${dialog} aria-labelledby=${id} onClose=${onClose}>
    <div class="stack">
      <h2 id=${id}>${title}</h2>
      ${children}
    </div>
  </dialog>`;
}
