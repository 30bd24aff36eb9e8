/** Which field an error of a vendor is about. */

/**
 * @param response the JSON of the response
 * @return the message by the path of its field; empty if the error names none
 */
export function fieldErrors(response) {
  const error = response?.error ?? response;
  const message = error?.message ?? error?.msg;
  if (typeof message !== "string") {
    return {};
  }
  const name = typeof error.param === "string" ? error.param : /['`"]([A-Za-z_][\w.[\]]*)['`"]/.exec(message)?.[1];
  if (name === undefined) {
    return {};
  }
  const path = name.replace(/\[(\d+)\]/g, ".$1").replace(/\[\]/g, "");
  return { [path]: message, [`input.${path}`]: message };
}
