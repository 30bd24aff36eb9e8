/** What every page has: the masthead, the messages, and the dialog for the control API's token. */

import { html, useEffect, useErrorBoundary, useRef, useState } from "./ui/preact.js";
import { Button, Dialog, Field, Notice } from "./ui/basics.js";
import { Toasts } from "./ui/toasts.js";
import { useLoaded } from "./ui/load.js";
import { isDark, toggleTheme } from "./ui/theme.js";
import { loadOnce, setToken, whenTokenNeeded } from "./api/control.js";
import { link, useRoute } from "./router.js";
import { Page, PAGES } from "./pages.js";

export function Shell() {
  const route = useRoute();
  const [needsToken, setNeedsToken] = useState(false);
  const [tokens, setTokens] = useState(0);
  const main = useRef();
  const area = route.segments[0] ?? "sandboxes";
  useEffect(() => whenTokenNeeded(() => setNeedsToken(true)), []);
  const accept = (token) => {
    setToken(token);
    setNeedsToken(false);
    setTokens(tokens + 1);
  };
  return html`
    <a class="skip" href="#main" onClick=${(event) => { event.preventDefault(); main.current.focus(); }}>Skip to the content</a>
    <${Masthead} area=${area} key=${`masthead-${tokens}`} />
    <main id="main" tabindex="-1" ref=${main}>
      <${ErrorBoundary} key=${`${tokens}-${area}`} address=${route.segments.join("/")}><${Page} route=${route} /><//>
    </main>
    <${Toasts} />
    ${needsToken && html`<${TokenDialog} onToken=${accept} onClose=${() => setNeedsToken(false)} />`}
  `;
}

function Masthead({ area }) {
  const [, redraw] = useState(0);
  const { data: index } = useLoaded(() => loadOnce(""), []);
  const toggle = () => {
    toggleTheme();
    redraw((count) => count + 1);
  };
  return html`<header class="sky">
    <div class="masthead">
      <a class="brand" href=${link(["sandboxes"])}>Darkroom</a>
      <nav aria-label="Console">
        ${PAGES.map(([name, title]) => html`<a href=${link([name])} aria-current=${name === area ? "page" : undefined}>${title}</a>`)}
      </nav>
      <div class="aside">
        ${index && html`<span>Version ${index.version}</span>`}
        <${Button} kind="small" onClick=${toggle}>${isDark() ? "Light theme" : "Dark theme"}<//>
      </div>
    </div>
    <svg class="hills" viewBox="0 0 1200 26" preserveAspectRatio="none" aria-hidden="true">
      <path class="far" d="M0 12C150-4 260 0 420 14S720 22 880 8s220-6 320 4v20H0z" />
      <path class="near" d="M0 18c120-12 240-10 380 0s260 2 400-6 280 2 420 4v14H0z" />
      <path class="front" d="M0 24c200-10 380-6 560-2s420 4 640-2v6H0z" />
    </svg>
  </header>`;
}

/** Shows an error of the page's code in place of the page, until the user opens another address. */
function ErrorBoundary({ address, children }) {
  const [error, reset] = useErrorBoundary((thrown) => console.error(thrown));
  useEffect(() => reset, [address]);
  return error
    ? html`<${Notice} kind="fault" role="alert">
        The console cannot show this page: ${error.message} <${Button} kind="small" onClick=${reset}>Try again<//>
      <//>`
    : children;
}

function TokenDialog({ onToken, onClose }) {
  const [token, change] = useState("");
  const submit = (event) => {
    event.preventDefault();
    onToken(token.trim());
  };
  return html`<${Dialog} title="This server needs a token" onClose=${onClose}>
    <form class="stack" onSubmit=${submit}>
      <${Field} label="Token" hint="The value of the setting darkroom.control.token. This browser tab keeps it until you close it.">
        ${(props) => html`<input class="input" type="password" autocomplete="off" required value=${token} onInput=${(e) => change(e.target.value)} ...${props} />`}
      <//>
      <div class="row"><button class="button primary" type="submit">Use the token</button></div>
    </form>
  <//>`;
}
