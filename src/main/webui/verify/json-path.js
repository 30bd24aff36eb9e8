/** JSONPath as the control API reads it. */

/** The control API refuses longer paths. */
const MAX_LENGTH = 200;

const SIMPLE_NAME = /^[\p{L}\p{N}_-]+$/u;

/**
 * The path to a value: dotted if all names are simple, else JSONPath with brackets.
 *
 * @param steps names as strings, and indices as numbers
 * @return undefined for the whole document, and for a path that is too long
 */
export function pathOf(steps) {
  const isDotted = steps.every(isSimple);
  const path = isDotted ? steps.join(".") : `$${steps.map(jsonPathStep).join("")}`;
  return steps.length > 0 && path.length <= MAX_LENGTH ? path : undefined;
}

function isSimple(step) {
  return typeof step === "string" && SIMPLE_NAME.test(step);
}

function jsonPathStep(step) {
  if (typeof step === "number") {
    return `[${step}]`;
  }
  return isSimple(step) ? `.${step}` : `['${step.replace(/[\\']/g, "\\$&")}']`;
}
