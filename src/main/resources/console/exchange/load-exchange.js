/** One exchange of the journal, with its headers and bodies. */

import { html } from "../ui/preact.js";
import { Loading, useLoaded } from "../ui/load.js";
import { send } from "../api/control.js";
import { ExchangeView } from "./exchange-view.js";
import { parse } from "./exact-json.js";

/**
 * Reads an exchange. A number in a body that JavaScript would change is an {@link ExactNumber}.
 *
 * @param handle of the sandbox
 * @throws Error if the journal no longer has it
 */
export async function loadExchange(handle, number, signal) {
  const query = { since: number - 1, limit: 1 };
  const response = await send("GET", "journal", { handle, query, signal });
  const text = await response.text();
  const [exchange] = JSON.parse(text).exchanges;
  if (exchange?.number !== number) {
    throw new Error(`The journal no longer has exchange ${number}.`);
  }
  const [exact] = parse(text).exchanges;
  exchange.request.body = exact.request.body;
  exchange.answer.body = exact.answer.body;
  return exchange;
}

/** The {@link ExchangeView} of an exchange, by its number. */
export function ExchangeByNumber({ store, number, ...rest }) {
  const { data, error, reload } = useLoaded((signal) => loadExchange(store.handle, number, signal), [store, number]);
  return data
    ? html`<${ExchangeView} exchange=${data} store=${store} ...${rest} />`
    : html`<${Loading} error=${error} reload=${reload} />`;
}
