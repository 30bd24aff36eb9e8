/** Which exchanges the list of requests shows. */

const ALL = { operation: "", status: "", text: "", fault: "", onlyWarnings: false };

/** The choices for a status: classes, and 0 for no response. */
export const STATUSES = [
  ["2", "2xx"],
  ["3", "3xx"],
  ["4", "4xx"],
  ["5", "5xx"],
  ["0", "no response"],
];

/** The choices for a fault: general ones, or a prefix and a name. Rules and clients choose the names, so one may be "any". */
export const ANY_FAULT = "any";
export const TASK_FAULT = "task";
export const NO_FAULT = "none";
const OF_RESPONSE = "fault:";
const OF_TASK = "task:";

/** The filter in the query of an address. */
export function filterOf({ operation, status, text, fault }) {
  return { ...ALL, operation: operation ?? "", status: status ?? "", text: text ?? "", fault: fault ?? "" };
}

/** The choice of a fault that changed responses. */
export function responseFault(name) {
  return OF_RESPONSE + name;
}

export function faultText(choice) {
  return choice.startsWith(OF_TASK) ? `task: ${choice.slice(OF_TASK.length)}` : choice.slice(OF_RESPONSE.length);
}

/** @param faultsOf gives the faults of an exchange: the names `ofResponse` and `ofTask` */
export function matches(exchange, { operation, status, text, fault, onlyWarnings }, faultsOf) {
  return (
    (operation === "" || (exchange.operation ?? "other") === operation) &&
    (status === "" || Math.floor(exchange.status / 100) === Number(status)) &&
    (text === "" || exchange.path.toLowerCase().includes(text.toLowerCase())) &&
    (fault === "" || matchesFault(faultsOf(exchange), fault)) &&
    (!onlyWarnings || exchange.warnings.length > 0)
  );
}

function matchesFault({ ofResponse, ofTask }, choice) {
  switch (choice) {
    case ANY_FAULT:
      return ofResponse.length > 0;
    case TASK_FAULT:
      return ofResponse.length === 0 && ofTask.length > 0;
    case NO_FAULT:
      return ofResponse.length + ofTask.length === 0;
    default:
      return choice.startsWith(OF_TASK) ? ofTask.includes(choice.slice(OF_TASK.length)) : ofResponse.includes(choice.slice(OF_RESPONSE.length));
  }
}

/** A choice for each fault that occurred, in alphabetical order: first those of responses, then those of tasks. */
export function faultChoices(all) {
  const ofResponse = new Set(all.flatMap((faults) => faults.ofResponse));
  const ofTask = new Set(all.flatMap((faults) => faults.ofTask));
  return [...[...ofResponse].sort().map(responseFault), ...[...ofTask].sort().map((name) => OF_TASK + name)];
}
