import { pages } from "../api/control.js";

/** The callbacks of a task, the one to the request's URL first. */
export async function loadCallbacks(store, task, signal) {
  const found = [];
  await pages("callbacks", "callbacks", (callbacks) => found.push(...callbacks), {
    handle: store.handle,
    query: { task_id: task.id },
    signal,
  });
  return found;
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
