/** The state of the form of a verification, and its changes. */

import { isSame, isSamePart } from "./verification.js";

export const EMPTY = { conditions: [], times: { kind: "at_least", count: 1, max: 1 }, within: "" };

let ids = 0;

export function reduce(state, action) {
  const { conditions } = state;
  switch (action.type) {
    case "toggle":
      return { ...state, conditions: toggled(conditions, action.condition) };
    case "add":
      return { ...state, conditions: [...conditions, { ...action.condition, id: ++ids }] };
    case "change":
      return { ...state, conditions: changed(conditions, action.condition, action.changed) };
    case "times":
      return { ...state, times: { ...state.times, ...action.changed } };
    case "within":
      return { ...state, within: action.within };
    default:
      return EMPTY;
  }
}

/** Removes the condition if it is there; else it takes the place of the one about the same part. */
function toggled(conditions, condition) {
  if (conditions.some((other) => isSame(other, condition))) {
    return conditions.filter((other) => !isSame(other, condition));
  }
  const others = conditions.filter((other) => !isSamePart(other, condition));
  return [...others, { ...condition, id: ++ids }];
}

function changed(conditions, condition, becomes) {
  return conditions.flatMap((other) => (other.id !== condition.id ? [other] : becomes ? [becomes] : []));
}
