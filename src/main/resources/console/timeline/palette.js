/** The colors of the page, for canvases: the custom properties of style/tokens.css as the theme resolves them. */

const NAMES = [
  "card", "card-raised", "well", "ink", "ink-soft", "line", "line-strong", "link", "focus", "primary", "on-primary",
  "pending", "pending-soft", "processing", "processing-soft", "completed", "completed-soft", "failed", "failed-soft",
  "fault", "fault-soft", "warning", "warning-soft", "frozen", "frozen-soft", "callback",
];

/** @return the colors by name, and `font`, the family of the page's font */
export function readPalette(element) {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const colors = Object.fromEntries(NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  }));
  probe.remove();
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
