/** What the browser keeps for the page. A browser can be told to keep nothing; then the page keeps it while it is open. */

const memory = new Map();

/** @param area "localStorage", or "sessionStorage" for what belongs to one tab */
export function remember(area, name, value) {
  memory.set(name, value);
  try {
    globalThis[area].setItem(name, value);
  } catch {
    // The page has it.
  }
}

/** @return null if there is no such value */
export function remembered(area, name) {
  try {
    return globalThis[area].getItem(name) ?? memory.get(name) ?? null;
  } catch {
    return memory.get(name) ?? null;
  }
}
