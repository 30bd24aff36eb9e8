/** Light or dark: as the system says, unless the user has chosen. */

const CHOICE = "darkroom.theme";

export function applyTheme() {
  const chosen = localStorage.getItem(CHOICE);
  if (chosen) {
    document.documentElement.dataset.theme = chosen;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

export function isDark() {
  const chosen = localStorage.getItem(CHOICE);
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function toggleTheme() {
  localStorage.setItem(CHOICE, isDark() ? "light" : "dark");
  applyTheme();
}
