/** The table of a dialect's rules, with a filter. */

import { html, useEffect, useMemo, useState } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { number } from "../ui/format.js";
import { hasWords, wordsOf } from "../ui/words.js";
import { inline } from "./markdown.js";
import { plain, plainRow } from "./plain.js";

/** Whether a table is that of the rules. */
export function isFidelityTable({ header }) {
  return certaintyColumn(header) >= 0;
}

function certaintyColumn(header) {
  return header.findIndex(({ tokens }) => plain(tokens) === "certainty");
}

/** @param initialFilter the text of the filter at first */
export function FidelityTable({ token: { header, rows }, context, initialFilter }) {
  const [filter, setFilter] = useState(initialFilter);
  const [certainty, setCertainty] = useState("");
  const table = useMemo(() => rowsOf(header, rows), [rows]);
  const words = wordsOf(filter);
  const isShown = (row) => (certainty === "" || row.certainty === certainty) && hasWords(row.text, words);
  const shown = new Set(table.filter(isShown));
  useEffect(() => setFilter(initialFilter), [initialFilter]);
  return html`<section class="stack tight" aria-label="Rules">
    <div class="row fidelity-filter">
      <${Field} label="Filter the rules">
        ${(props) => html`<input class="input" type="search" value=${filter} onInput=${(event) => setFilter(event.target.value)} ...${props} />`}
      <//>
      <${Field} label="Certainty">
        ${(props) => html`<select class="input" value=${certainty} onInput=${(event) => setCertainty(event.target.value)} ...${props}>
          <option value="">all</option>
          ${counted(table).map(([name, total]) => html`<option value=${name}>${name} (${total})</option>`)}
        </select>`}
      <//>
      <span class="soft number" role="status">${number(shown.size)} of ${number(table.length)} rules</span>
    </div>
    <div class="scroll-x fidelity" tabindex="0" role="group" aria-label="Table of the rules">
      <table class="table">
        <thead><tr>${header.map(({ tokens }) => html`<th scope="col">${inline(tokens, context)}</th>`)}</tr></thead>
        <tbody>${table.map((row) => html`<${Row} row=${row} context=${context} isShown=${shown.has(row)} />`)}</tbody>
      </table>
    </div>
    ${shown.size === 0 && html`<p class="empty">No rule matches the filter.</p>`}
  </section>`;
}

function rowsOf(header, rows) {
  const column = certaintyColumn(header);
  return rows.map((cells) => ({ cells, certainty: plain(cells[column].tokens), text: plainRow(cells).toLowerCase() }));
}

function counted(table) {
  const totals = new Map();
  table.forEach(({ certainty }) => totals.set(certainty, (totals.get(certainty) ?? 0) + 1));
  return [...totals];
}

/** The cells do not change, so filtering only hides rows. */
function Row({ row, context, isShown }) {
  const cells = useMemo(() => row.cells.map(({ tokens }) => html`<td>${inline(tokens, context)}</td>`), [row]);
  return html`<tr hidden=${!isShown}>${cells}</tr>`;
}
