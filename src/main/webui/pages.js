/** The pages of the console, by the first segment of their address. */

import { html } from "./ui/preact.js";
import { DocsPage } from "./docs/docs-page.js";
import { SandboxesPage } from "./sandboxes/sandboxes-page.js";
import { SandboxPage } from "./sandbox/sandbox-page.js";
import { TryPage } from "./try/try-page.js";

/** The pages in the masthead: the first segment and the title. */
export const PAGES = [
  ["sandboxes", "Sandboxes"],
  ["try", "Try it"],
  ["docs", "Docs"],
];

export function Page({ route }) {
  const [area = "sandboxes", ...rest] = route.segments;
  if (area === "sandboxes") {
    return rest.length === 0
      ? html`<${SandboxesPage} />`
      : html`<${SandboxPage} key=${rest[0]} handle=${rest[0]} view=${rest[1] ?? "timeline"} query=${route.query} />`;
  }
  if (area === "try") {
    return html`<${TryPage} vendor=${rest[0]} operation=${rest[1]} />`;
  }
  if (area === "docs") {
    return html`<${DocsPage} segments=${rest} query=${route.query} />`;
  }
  return html`<p class="empty">The console has no such page.</p>`;
}
