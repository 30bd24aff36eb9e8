/** The colors of the page, for canvases: the custom properties of style/tokens.css as the theme resolves them. */

const NAMES = [
  "card", "card-raised", "well", "ink", "ink-soft", "line", "line-strong", "link", "focus", "primary", "on-primary",
  "pending", "pending-soft", "processing", "processing-soft", "completed", "completed-soft", "failed", "failed-soft",
  "fault", "fault-soft", "warning", "warning-soft", "frozen", "frozen-soft", "callback",
];

/** @return the colors by name, and `font`, the family of the page's font */
export function readPalette(element) {
  const probes = document.createElement("span");
  probes.hidden = true;
  probes.append(...NAMES.map((name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(--${name})`;
    return probe;
  }));
  element.append(probes);
  const colors = Object.fromEntries(NAMES.map((name, index) => [name, getComputedStyle(probes.children[index]).color]));
  probes.remove();
  return { ...colors, font: getComputedStyle(element).fontFamily };
}

/** Calls `action` when the theme may have changed. @return a function that stops this */
export function whenThemeChanges(action) {
  const observer = new MutationObserver(action);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", action);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", action);
  };
}
