/** Sending a form to the control API. */

import { html, useState } from "./preact.js";

/**
 * The state of a form: whether it is being sent, the server's error, or the message that confirms the success.
 *
 * @param action sends the form, and returns the message
 * @return `submit`, which handles the form's event or is called without one; `isBusy`, `error`, `message`; `clear`
 */
export function useSubmit(action) {
  const [state, setState] = useState({});
  const submit = async (event) => {
    event?.preventDefault();
    if (state.isBusy) {
      return;
    }
    setState({ isBusy: true });
    try {
      setState({ message: await action() });
    } catch (error) {
      setState({ error });
    }
  };
  return { ...state, submit, clear: () => setState({}) };
}

/** The button that sends a form. While the form is being sent, it does nothing, but keeps the focus. */
export function SubmitButton({ kind = "", isBusy, children }) {
  return html`<button class=${`button ${kind}`} type="submit" aria-disabled=${isBusy ? "true" : undefined}>${children}</button>`;
}

const INVALID = /^'([^']+)' is invalid\. (.*)$/s;

/** The field that an error of the control API names, undefined if it names none, and what is wrong with it. */
export function fieldError(error) {
  const [, field, hint] = INVALID.exec(error.message) ?? [undefined, undefined, error.message];
  return { field, hint };
}
