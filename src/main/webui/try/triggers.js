/** The triggers that the user can choose by name. */

/** What the triggers do that are not faults. The contract of the control API describes the faults. */
const TEXTS = {
  reject: "The request gets this error of the vendor, and makes no task.",
  status: "The request gets an error with this status.",
  progression: "How the task moves on: by time, at once, when the control API says so, or with every n-th poll.",
  pending: "How long the task waits before it starts, on the sandbox's clock.",
  processing: "How long the task takes, on the sandbox's clock.",
  processed: "A request whose response is faulty is processed nevertheless.",
  callback: "What happens to the callback.",
  file: "What happens when the client downloads the image.",
};

/** What content moderation does at the vendors that accept the request and create a task. The others reject the request. */
const MODERATION = {
  aigenerate: "The request is accepted, and the task fails later. With a GPT Image 2 model it completes when nsfw_checker is false.",
  aivideoapi: "The request is accepted, and the task fails later. It completes when nsfw_checker is false.",
  reapi: "The request is accepted, and the task fails later.",
};
const REJECTED = "The request is rejected with the vendor's error for content moderation.";

const MODERATION_CAUSES = {
  nsfw: "Content moderation finds the prompt unsafe.",
  moderation: "Content moderation finds these categories in the prompt, such as violence.",
};

const KEY_TEXTS = {
  broke: "no credits",
  disabled: "a disabled key",
  deleted: "a deleted key",
  banned: "a banned account",
  blocked: "an address that is not allowed",
  throttled: "too many create requests",
  "polls-throttled": "too many polls",
  "capped-hourly": "the spend limit of an hour is used up",
  "capped-daily": "the spend limit of a day is used up",
  "capped-total": "the total spend limit is used up",
  internal: "an internal error for each create request",
};

/**
 * The triggers of prompts: `name`, `description`, and `value` if it can have one: its `label`, `hint`, `options` (what the
 * user can choose from), `isClosed` (no other values) and `isRequired`.
 *
 * @param vocabulary from GET /vocabulary
 * @param control the contract of the control API
 */
export function promptTriggers(vocabulary, control, vendor) {
  const faults = control.components.schemas.Then.properties;
  return vocabulary.triggers.prompt.map((text) => {
    const [, name, , placeholder] = /^\[\[([^:\]]+)(: <(.*)>)?\]\]$/.exec(text) ?? [null, text];
    const fault = vocabulary.faults.find((each) => each.name === name && each.target !== "callback" && each.target !== "file");
    return { name, description: descriptionOf(name, vendor) ?? faults[name]?.description ?? "", value: valueOf(name, placeholder, fault, vendor) };
  });
}

function descriptionOf(name, vendor) {
  return name in MODERATION_CAUSES ? `${MODERATION_CAUSES[name]} ${MODERATION[vendor.name] ?? REJECTED}` : TEXTS[name];
}

function valueOf(name, placeholder, fault, vendor) {
  if (placeholder === undefined) {
    return fault?.main ? valueNamed(fault.main, fault.main === "code" ? vendor.error_codes : [], false) : undefined;
  }
  if (name === "status") {
    return { ...valueNamed("status", [], true), hint: placeholder };
  }
  return placeholder === "error code"
    ? valueNamed("code", vendor.error_codes, true)
    : valueNamed(placeholder.includes(",") ? "value" : placeholder, optionsIn(placeholder), true);
}

/** An option such as "polls:n" is only a pattern, so the user can type. */
function valueNamed(name, options, isRequired) {
  const label = name === "code" ? "Error code" : name[0].toUpperCase() + name.slice(1);
  return { label, options, isClosed: options.length > 0 && !options.some((option) => option.endsWith(":n")), isRequired };
}

/** "drop, delay or early" as a list. A placeholder without a comma names no values. */
function optionsIn(placeholder) {
  return placeholder.includes(",") ? placeholder.split(/, | or /) : [];
}

/** The text of a trigger: "[[fail: upstream_error]]". */
export function triggerText(name, value = "") {
  return value.trim() === "" ? `[[${name}]]` : `[[${name}: ${value.trim()}]]`;
}

export function keyTriggers(vocabulary) {
  return vocabulary.triggers.key.map((word) => ({ word, description: KEY_TEXTS[word] ?? "" }));
}

/** The names of the fields on the way to the prompt of a request; undefined if it has none that is a text. */
export function promptPath(value) {
  if (typeof value?.input === "object" && value.input !== null) {
    return Array.isArray(value.input) ? undefined : ["input", "prompt"];
  }
  return typeof value?.input === "string" && value.prompt === undefined ? ["input"] : ["prompt"];
}

/** The value with a trigger behind its prompt. */
export function withTrigger(value, path, trigger) {
  const [name, ...rest] = path;
  if (rest.length > 0) {
    return { ...value, [name]: withTrigger(value[name] ?? {}, rest, trigger) };
  }
  const prompt = value?.[name] ?? "";
  return { ...value, [name]: prompt === "" ? trigger : `${prompt.trimEnd()} ${trigger}` };
}
