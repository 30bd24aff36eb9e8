/** The request of the control API that sets rules, as a command. */

import { address } from "../api/control.js";
import { quote } from "../exchange/shell-quote.js";
import { needsToken } from "../ui/command.js";

/** @param method "POST" replaces all rules, "PATCH" appends some */
export function rulesCommand(method, rules, handle) {
  return [
    `curl -X ${method} ${quote(address("faults").href)}`,
    `-H 'Darkroom-Sandbox: ${handle}'`,
    needsToken() && `-H "X-Darkroom-Token: $DARKROOM_TOKEN"`,
    `-d ${quote(JSON.stringify({ rules }, null, 2))}`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}
