/** Where the error of a request with rules belongs. */

import { fieldError } from "../ui/submit.js";

const PLACE = /^rules\[(\d+)\](?:\.(.+))?$/;

/**
 * @param rules the rules of the request
 * @param index of the rule that the user edits
 * @return `errors` by the path inside the rule, such as "then.latency.min", and the whole `text`
 */
export function ruleError(error, rules, index) {
  const { field, hint } = fieldError(error);
  const [, number, path] = PLACE.exec(field ?? "") ?? [];
  if (number === undefined) {
    return { errors: {}, text: error.message };
  }
  if (Number(number) !== index) {
    return { errors: {}, text: `The rule ${rules[number]?.name ?? Number(number) + 1}: ${hint}` };
  }
  return path ? { errors: { [path]: hint }, text: `${path}: ${hint}` } : { errors: {}, text: hint };
}
