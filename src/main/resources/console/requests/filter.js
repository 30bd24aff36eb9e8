/** Which exchanges the list of requests shows. */

export const ALL = { operation: "", status: "", text: "", fault: "", onlyWarnings: false };

/** The choices for a status: classes, and 0 for no response. */
export const STATUSES = [
  ["2", "2xx"],
  ["3", "3xx"],
  ["4", "4xx"],
  ["5", "5xx"],
  ["0", "no response"],
];

/** The choices for a fault: any, none, or a prefix and a name. Rules and clients choose the names, so one may be "any". */
export const ANY_FAULT = "any";
export const NO_FAULT = "none";
export const FAULT_PREFIX = "fault:";

export function matches(exchange, { operation, status, text, fault, onlyWarnings }) {
  return (
    (operation === "" || (exchange.operation ?? "other") === operation) &&
    (status === "" || Math.floor(exchange.status / 100) === Number(status)) &&
    (text === "" || exchange.path.toLowerCase().includes(text.toLowerCase())) &&
    (fault === "" || matchesFault(exchange.fault, fault)) &&
    (!onlyWarnings || exchange.warnings.length > 0)
  );
}

function matchesFault(name, choice) {
  if (choice === ANY_FAULT || choice === NO_FAULT) {
    return (name !== null) === (choice === ANY_FAULT);
  }
  return name === choice.slice(FAULT_PREFIX.length);
}

/** The names of the faults that occurred, in alphabetical order. */
export function faultNames(exchanges) {
  const names = new Set();
  for (const { fault } of exchanges) {
    if (fault !== null) {
      names.add(fault);
    }
  }
  return [...names].sort();
}
