import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The names of Chromium and Chrome in distributions. The first one has no windows, so it needs less of a machine. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of an installed browser; undefined if there is none. The variable CHROMIUM names another one. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM, ...candidates].find((path) => path && isExecutable(path));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
