import { html } from "./preact.js";

/** Why a command does not run as it is. `children` are further hints. */
export function KeyHint({ children }) {
  return html`<p class="soft small">
    The console does not know the key: set it first, with <code>export DARKROOM_KEY=…</code>. ${children}
  </p>`;
}
