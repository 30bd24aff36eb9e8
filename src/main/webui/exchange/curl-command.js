import { html, useMemo } from "../ui/preact.js";
import { BoundedCode } from "./bounded-code.js";
import { KeyHint } from "../ui/key-hint.js";
import { useLoaded } from "../ui/load.js";
import { loadOnce } from "../api/control.js";
import { curl } from "./curl.js";

/** The command that repeats an exchange's request at this server. */
export function CurlCommand({ exchange }) {
  const { data: index } = useLoaded(() => loadOnce(""), []);
  const { command, notes } = useMemo(() => {
    const vendorHosts = (index?.dialects ?? []).flatMap(({ hosts }) => hosts ?? []);
    return curl(exchange, { origin: location.origin, vendorHosts });
  }, [exchange, index]);
  return html`<section class="stack tight" aria-label="Repeat the request">
    <h4>Repeat it with curl</h4>
    <${BoundedCode} text=${command} label="curl command" />
    <${KeyHint}>${notes.join(" ")}<//>
  </section>`;
}
