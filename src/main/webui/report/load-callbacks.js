import { pages } from "../api/control.js";

/** How many callbacks are in each state, and the tasks of those that the server has given up. */
export async function loadCallbacks(handle, signal) {
  const totals = new Map();
  const givenUp = [];
  await pages("callbacks", "callbacks", (callbacks) => {
    for (const { id, task_id: taskId, state } of callbacks) {
      totals.set(state, (totals.get(state) ?? 0) + 1);
      if (state === "given_up") {
        givenUp.push(taskId ?? id);
      }
    }
  }, { handle, signal });
  return { totals, givenUp };
}
