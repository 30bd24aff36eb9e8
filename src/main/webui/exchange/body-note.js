/** What the journal does not have of a body. */

import { number } from "../ui/format.js";
import { write } from "./exact-json.js";

/** The journal keeps the first bytes of a body, this many. */
const KEPT = 16_384;

const OMITTED = /\(\d+ characters of Base64\)/;

/**
 * A sentence about what is missing; undefined if the body is whole.
 *
 * @param message a request or an answer, with `body` and `body_bytes`
 */
export function bodyNote({ body, body_bytes: bytes }) {
  if (bytes === 0) {
    return undefined;
  }
  if (body === null) {
    return `The journal has only the length of the body: ${number(bytes)} bytes.`;
  }
  const text = typeof body === "string" ? body : write(body);
  if (OMITTED.test(text)) {
    return `The body has ${number(bytes)} bytes. The journal leaves out long Base64 texts.`;
  }
  return bytes > KEPT && typeof body === "string"
    ? `The body has ${number(bytes)} bytes. The journal keeps only the beginning.`
    : undefined;
}
