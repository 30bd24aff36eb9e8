/** Where the links of the documents lead. */

import { link } from "../router.js";

/** The address of a document in the console. `at` is the id of a heading. */
export function docLink(id, query) {
  return link(["docs", ...(id === "index" ? [] : id.split("/"))], query);
}

/**
 * The address of a link in a document.
 *
 * @param href as the document has it
 * @param id of the document
 * @return undefined if the link leads nowhere in the console
 */
export function addressOf(href, id) {
  const page = /^(?:\.\/|\/_darkroom\/docs\/)?([\w-]+)\.md(?:#(.*))?$/.exec(href);
  const table = /^\/_darkroom\/fidelity\/([\w-]+)\.md$/.exec(href);
  if (table) {
    return docLink(`fidelity/${table[1]}`);
  }
  if (page) {
    const [, name, heading] = page;
    return docLink(name, { at: heading && `doc-${heading}` });
  }
  if (href.startsWith("#")) {
    return docLink(id, { at: `doc-${href.slice(1)}` });
  }
  return /^https?:\/\/[^\s]+$/i.test(href) || /^\/(?![/\\])/.test(href) ? href : undefined;
}
