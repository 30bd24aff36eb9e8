import { get, pages } from "../api/control.js";
import { isEnded } from "./plan.js";

/**
 * The callbacks of a task, the one to the request's URL first. The control API lists callbacks of all tasks only, so
 * the others are looked for only if the sandbox has webhooks or the page has seen their attempts.
 *
 * @param lane of the task; undefined if the page has none
 */
export async function loadCallbacks(store, task, lane, signal) {
  const options = { handle: store.handle, signal };
  const found = new Map();
  if (!isEnded(task)) {
    return [];
  }
  if (task.callback_url !== null) {
    const first = await get(`callbacks/${encodeURIComponent(task.id)}`, { ...options, allowed: [404] });
    if (!first.error) {
      found.set(first.id, first);
    }
  }
  if (store.sandbox.webhooks.length > 0 || hasOtherAttempts(task, lane)) {
    await pages("callbacks", "callbacks", (callbacks) => {
      callbacks.filter((callback) => callback.task_id === task.id).forEach((callback) => found.set(callback.id, callback));
    }, options);
  }
  return [...found.values()];
}

function hasOtherAttempts(task, lane) {
  const hasUrl = task.callback_url !== null;
  return [...(lane?.marks.values() ?? [])].some(({ kind, callbackId }) => kind === "attempt" && !(hasUrl && callbackId === task.id));
}

/** A text that changes with each attempt in a lane. */
export function attemptsOf(lane) {
  let text = "";
  for (const { kind, id, at } of lane?.marks.values() ?? []) {
    if (kind === "attempt") {
      text = `${id} ${at}`;
    }
  }
  return text;
}

/** The number of the last exchange in a lane; 0 for none. */
export function latestExchange(lane) {
  let latest = 0;
  for (const { exchange } of lane?.marks.values() ?? []) {
    latest = Math.max(latest, exchange?.number ?? 0);
  }
  return latest;
}
