/** Entries of the ledger in words, with one convention for signs. */

import { amount } from "../ui/format.js";

/** A hold takes credits; a capture confirms that they are spent, and a refund gives them back. A grant has its own sign. */
const SIGNS = { hold: -1, capture: -1, refund: 1, grant: 1 };

/** "−2.4" or "+2.4" */
export function signedAmount({ kind, amount: value }) {
  const signed = value * (SIGNS[kind] ?? 1);
  const sign = signed < 0 ? "−" : signed > 0 ? "+" : "";
  return `${sign}${amount(Math.abs(signed))}`;
}

/** What the entry is. The first entry grants the initial balance; each later grant comes from setting the balance. */
export function kindText({ kind, number }) {
  return kind === "grant" && number > 1 ? "set by hand" : kind;
}

/** What the signs mean, for the end of a table. */
export const SIGNS_NOTE = "A capture spends credits that the hold has taken already, so the balance stays.";
