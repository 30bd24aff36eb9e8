/** A verification as a command. */

import { controlCommand } from "../ui/control-command.js";

export const name = "curl";

export const note = "The command prints the nearest requests, and ends with an error if the verification fails.";

/** @param request `address` and `json` (the body as indented text) */
export function code({ address, json }) {
  return controlCommand(address, { body: json });
}
