/** Starts the console. */

import { html, render } from "./ui/preact.js";
import { applyTheme } from "./ui/theme.js";
import { Shell } from "./shell.js";

applyTheme();
render(html`<${Shell} />`, document.getElementById("app"));
