/** A verification as a command. */

import { quote } from "../exchange/shell-quote.js";

export const name = "curl";

export const note = "The command prints what came near, and ends with an error if the verification fails.";

/** @param request `address`, `json` (the body as indented text) and `hasToken` */
export function code({ address, json, hasToken }) {
  return [
    `curl -sS --fail-with-body ${quote(address)}`,
    `-H "Authorization: Bearer $DARKROOM_KEY"`,
    hasToken && `-H "X-Darkroom-Token: $DARKROOM_TOKEN"`,
    `-d ${quote(json)}`,
  ]
    .filter(Boolean)
    .join(" \\\n  ");
}
