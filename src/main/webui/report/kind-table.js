/** How many findings of each kind a report has, with links to the groups. */

import { html, useEffect } from "../ui/preact.js";
import { number } from "../ui/format.js";
import { link } from "../router.js";
import { titleOf } from "./kinds.js";

/** The id of a group's heading. */
export function headingId(kind) {
  return `findings-${kind}`;
}

/**
 * @param groups from byKind()
 * @param leftOut how many findings of a kind the report does not list
 * @param opened the kind that the address names
 */
export function KindTable({ handle, groups, leftOut, opened }) {
  useEffect(() => show(opened), [opened]);
  return html`<table class="table kinds card">
    <thead>
      <tr><th scope="col">Kind</th><th scope="col">Findings</th></tr>
    </thead>
    <tbody>
      ${groups.map(
        ([kind, findings]) => html`<tr>
          <td><a href=${link(["sandboxes", handle, "report"], { kind })} onClick=${() => show(kind)}>${titleOf(kind)}</a></td>
          <td class="number">${number(findings.length + (leftOut[kind] ?? 0))}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function show(kind) {
  const heading = kind && document.getElementById(headingId(kind));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}
