/** Light or dark: as the system says, unless the user has chosen. */

import { remember, remembered } from "./storage.js";

const CHOICE = "darkroom.theme";

export function applyTheme() {
  const chosen = remembered("localStorage", CHOICE);
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

export function isDark() {
  const chosen = remembered("localStorage", CHOICE);
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function toggleTheme() {
  remember("localStorage", CHOICE, isDark() ? "light" : "dark");
  applyTheme();
}
