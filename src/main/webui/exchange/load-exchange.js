/** One exchange of the journal, with its headers and bodies. */

import { html } from "../ui/preact.js";
import { Notice } from "../ui/basics.js";
import { number as formatted } from "../ui/format.js";
import { Loading, useLoaded } from "../ui/load.js";
import { get, send } from "../api/control.js";
import { ExchangeView } from "./exchange-view.js";
import { parse } from "./exact-json.js";

/**
 * Reads an exchange. A number in a body that JavaScript would change is an {@link ExactNumber}.
 *
 * @param handle of the sandbox
 * @throws GoneError if the journal does not have it
 */
export async function loadExchange(handle, number, signal) {
  const query = { since: number - 1, limit: 1 };
  const response = await send("GET", "journal", { handle, query, signal });
  const text = await response.text();
  const [exchange] = JSON.parse(text).exchanges;
  if (exchange?.number !== number) {
    throw await goneError(handle, exchange?.number, signal);
  }
  const [exact] = parse(text).exchanges;
  exchange.request.body = exact.request.body;
  exchange.answer.body = exact.answer.body;
  return exchange;
}

/** Says that the journal does not have an exchange. Another attempt would not find it. */
class GoneError extends Error {}

/**
 * Counts what the journal keeps, if that fits on a page.
 *
 * @param next the first exchange after the one that is gone: the oldest one, if the journal has dropped those before
 */
async function goneError(handle, next, signal) {
  const { exchanges, dropped } = await get("journal", { handle, signal, query: { detail: "summary", limit: 1000 } });
  if (dropped === 0) {
    return new GoneError("The journal does not have this request.");
  }
  const isAll = exchanges.length > 0 && exchanges[0].number === next;
  return new GoneError(`The journal has dropped this request (it keeps the newest ${isAll ? formatted(exchanges.length) : "requests"}).`);
}

/** The {@link ExchangeView} of an exchange, by its number. */
export function ExchangeByNumber({ store, number, ...rest }) {
  const { data, error, reload } = useLoaded((signal) => loadExchange(store.handle, number, signal), [store, number]);
  return data
    ? html`<${ExchangeView} exchange=${data} store=${store} ...${rest} />`
    : html`<${ExchangeLoading} error=${error} reload=${reload} />`;
}

/** Until an exchange is loaded, or when that failed. */
export function ExchangeLoading({ error, reload }) {
  return error instanceof GoneError
    ? html`<${Notice} kind="plain" role="alert">${error.message}<//>`
    : html`<${Loading} error=${error} reload=${reload} />`;
}
