/** Shell commands for the control API. They read the key from DARKROOM_KEY, because the console knows no whole key. */

import { headers } from "../api/control.js";
import { quote } from "./shell-quote.js";

/** Whether requests to this server need the token of darkroom.control.token. */
export function needsToken() {
  return "X-Darkroom-Token" in headers();
}

/**
 * The curl command for a request to the control API. An error status ends it with an error.
 *
 * @param url the address, from address()
 * @param method undefined for GET or, with a body, POST
 * @param handle selects the sandbox in place of its key
 * @param body as text
 * @param output the file for the response
 */
export function controlCommand(url, { method, handle, body, output } = {}) {
  return [
    `curl -sS --fail-with-body ${method ? `-X ${method} ` : ""}${quote(url)}`,
    handle ? `-H 'Darkroom-Sandbox: ${handle}'` : `-H "Authorization: Bearer $DARKROOM_KEY"`,
    needsToken() && `-H "X-Darkroom-Token: $DARKROOM_TOKEN"`,
    body && `-d ${quote(body)}`,
    output && `-o ${quote(output)}`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}
