/** Code and other text that users copy. */

import { html, useState } from "./preact.js";
import { Button } from "./basics.js";
import { copyText } from "./clipboard.js";

const SHOWN = 1500;

/** @param label what is copied, for screen readers: "Copy the curl command" */
export function CopyButton({ text, label = "Copy", children = "Copy" }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await copyText(typeof text === "function" ? text() : text);
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN);
  };
  return html`<${Button} kind="small" onClick=${copy} label=${label}>${isCopied ? "Copied" : children}<//>`;
}

/**
 * A block of code with a button that copies it.
 *
 * @param copied what the button copies, if that is not the text
 */
export function Code({ text, label, copied = text }) {
  return html`<div class="code">
    <pre tabindex="0" aria-label=${label}>${text}</pre>
    <${CopyButton} text=${copied} label=${`Copy${label ? `: ${label}` : ""}`} />
  </div>`;
}

/** A value as indented JSON, or a text as it is. */
export function pretty(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
