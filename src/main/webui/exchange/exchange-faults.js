/** The faults of an exchange: those that changed its response, and those that its task only has. */

import { html } from "../ui/preact.js";
import { Badge } from "../ui/basics.js";

const SEPARATOR = ", ";

/** The fault of the exchange's task, as the page knows it; null if there is none. */
export function taskFaultOf(store, { task_id: id }) {
  return store.lanes.byId.get(id)?.task?.fault ?? null;
}

/**
 * The names of the faults. The journal names the faults of the response first, then those of the task, also for a poll
 * whose response is as it should be. An error or a cut response may be the effect of the task's fault.
 *
 * @param exchange in the form of the event "exchange"
 * @param taskFault from taskFaultOf()
 */
export function faultsOf({ fault, status, whole }, taskFault) {
  const names = namesOf(fault);
  const ofTask = namesOf(taskFault);
  const ofResponse = names.filter((name) => !ofTask.includes(name));
  const isChanged = status === 0 || status >= 400 || whole === false;
  return ofResponse.length === 0 && isChanged
    ? { ofResponse: names, ofTask: [] }
    : { ofResponse, ofTask: names.filter((name) => ofTask.includes(name)) };
}

function namesOf(fault) {
  return fault === null ? [] : fault.split(SEPARATOR);
}

/** @param faults from faultsOf() */
export function FaultBadges({ faults: { ofResponse, ofTask } }) {
  return html`${ofResponse.map((name) => html` <${Badge} tone="fault">${name}<//>`)}
    ${ofTask.map((name) => html` <${Badge} title="A fault of the task. It did not change this response.">task: ${name}<//>`)}`;
}
