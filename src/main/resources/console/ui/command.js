/** Shell commands for the control API. They read the key from DARKROOM_KEY, because the console knows no whole key. */

import { address, headers } from "../api/control.js";
import { quote } from "../exchange/shell-quote.js";

/** Whether requests to this server need the token of darkroom.control.token. */
export function needsToken() {
  return "X-Darkroom-Token" in headers();
}

/**
 * The curl command for a GET request to the control API. An error status ends it with an error.
 *
 * @param query values of the query
 * @param output the file for the response
 */
export function controlCommand(path, { query, output } = {}) {
  return [
    `curl -sS --fail-with-body ${quote(address(path, query).href)}`,
    `-H "Authorization: Bearer $DARKROOM_KEY"`,
    needsToken() && `-H "X-Darkroom-Token: $DARKROOM_TOKEN"`,
    output && `-o ${quote(output)}`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}
