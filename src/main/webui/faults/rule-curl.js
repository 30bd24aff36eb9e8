/** The request of the control API that sets rules, as a command. */

import { address } from "../api/control.js";
import { controlCommand } from "../ui/control-command.js";

/** @param method "POST" replaces all rules, "PATCH" appends some */
export function rulesCommand(method, rules, handle) {
  return controlCommand(address("faults").href, { method, handle, body: JSON.stringify({ rules }, null, 2) });
}
