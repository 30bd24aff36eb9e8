import { html } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";

/** @param status 0 for no response */
export function HttpStatus({ status }) {
  return html`<${Badge} tone=${tone(status)}>${status === 0 ? "no response" : status}<//>`;
}

function tone(status) {
  if (status === 0 || status >= 500) {
    return "fault";
  }
  return status >= 400 ? "failed" : "good";
}
