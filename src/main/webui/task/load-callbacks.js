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
