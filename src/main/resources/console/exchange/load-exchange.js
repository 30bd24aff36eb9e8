/** One exchange of the journal, with its headers and bodies. */

import { html } from "../ui/preact.js";
import { Loading, useLoaded } from "../ui/load.js";
import { send } from "../api/control.js";
import { ExchangeView } from "./exchange-view.js";
import { parseExactly } from "./exact-json.js";

/**
 * Reads an exchange. A number in a body that JavaScript would write in another way is an object that JSON.stringify
 * writes as it was sent.
 *
 * @throws Error if the journal no longer has it
 */
export async function loadExchange(store, number, signal) {
  const query = { since: number - 1, limit: 1 };
  const response = await send("GET", "journal", { handle: store.handle, query, signal });
  const text = await response.text();
  const [exchange] = JSON.parse(text).exchanges;
  if (exchange?.number !== number) {
    throw new Error(`The journal no longer has exchange ${number}.`);
  }
  const [exact] = parseExactly(text).exchanges;
  exchange.request.body = exact.request.body;
  exchange.answer.body = exact.answer.body;
  return exchange;
}

/** The {@link ExchangeView} of an exchange, by its number. */
export function ExchangeByNumber({ store, number, ...rest }) {
  const { data, error, reload } = useLoaded((signal) => loadExchange(store, number, signal), [store, number]);
  return data
    ? html`<${ExchangeView} exchange=${data} store=${store} ...${rest} />`
    : html`<${Loading} error=${error} reload=${reload} />`;
}
