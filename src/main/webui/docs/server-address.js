/** The address of this server in place of the one in the documents. */

/**
 * A text of the documents with the address of the server that shows it. The documents name the default ports. The page
 * knows only the port that it came from, so what the other port serves stays as it is.
 *
 * @param origin of the page, such as "http://localhost:9090"
 */
export function withAddress(text, origin) {
  const { host, protocol } = new URL(origin);
  if (protocol === "https:") {
    return text.replace(/https?:\/\/localhost:(8080|8443)(?!\d)/g, origin).replace(/(?<![\w./-])localhost:8080(?!\d)/g, host);
  }
  return text.replace(/(?<![\w.-])localhost:8080(?!\d)/g, host);
}
