/** The request of the control API that sets rules, as a command. */

import { address } from "../api/control.js";

/** @param method "POST" replaces all rules, "PATCH" appends some */
export function rulesCommand(method, rules, handle) {
  const body = JSON.stringify({ rules }, null, 2);
  return `curl -X ${method} ${address("faults")} \\\n  -H 'Darkroom-Sandbox: ${handle}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${body.replaceAll("'", "'\\''")}'`;
}
