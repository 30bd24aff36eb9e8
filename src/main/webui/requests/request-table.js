/** One page of the list of requests. The arrow keys move from request to request. */

import { html, useMemo } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";
import { count, duration, time } from "../ui/format.js";
import { moveFocus } from "../ui/move-focus.js";
import { link } from "../router.js";
import { FaultBadges, faultsOf, taskFaultOf } from "../exchange/exchange-faults.js";
import { HttpStatus } from "../exchange/http-status.js";

/** The id of the link that opens an exchange. */
export function linkId(number) {
  return `request-${number}`;
}

/** @param selected the number of the exchange that is open */
export function RequestTable({ exchanges, store, selected }) {
  return html`<table class="table requests" onKeyDown=${(event) => moveFocus(event, ".request-link")}>
    <thead>
      <tr>
        <th scope="col">Request</th>
        <th scope="col">Status</th>
        <th scope="col">Time</th>
        <th scope="col" class="wide">Duration</th>
      </tr>
    </thead>
    <tbody>
      ${exchanges.map(
        (exchange) =>
          html`<${Row}
            key=${exchange.number}
            exchange=${exchange}
            handle=${store.handle}
            taskFault=${taskFaultOf(store, exchange)}
            isSelected=${exchange.number === selected}
          />`,
      )}
    </tbody>
  </table>`;
}

/** An exchange does not change, so its row is made once. */
function Row({ exchange, handle, taskFault, isSelected }) {
  return useMemo(() => {
    const { number, method, path, status, at, duration_ms: milliseconds, warnings } = exchange;
    const address = link(["sandboxes", handle, "requests"], { exchange: number });
    return html`<tr class=${isSelected ? "selected" : ""}>
      <td>
        <a id=${linkId(number)} class="request-link" href=${address} aria-current=${isSelected ? "true" : undefined}>
          <span class="soft number">#${number}</span> <strong>${method}</strong> <span class="path">${path}</span>
        </a>
        <${FaultBadges} faults=${faultsOf(exchange, taskFault)} />
        ${warnings.length > 0 && html` <${Badge} tone="warning" title=${warnings.join("\n")}>${count(warnings.length, "warning")}<//>`}
      </td>
      <td><${HttpStatus} status=${status} /></td>
      <td class="number small">${time(Date.parse(at), { withMilliseconds: true })}</td>
      <td class="number small wide">${duration(milliseconds)}</td>
    </tr>`;
  }, [exchange, handle, taskFault, isSelected]);
}
