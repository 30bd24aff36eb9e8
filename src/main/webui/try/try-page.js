/** The page "Try it": a form that builds a request for a vendor's API, sends it, and shows the response. */

import { html } from "../ui/preact.js";
import { Field } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { useTitle } from "../ui/use-title.js";
import { loadOnce } from "../api/control.js";
import { open } from "../router.js";
import { TryRequest } from "./try-request.js";

/** The vendor of the last visit to the page. */
let lastVendor;

/** @param vendor its name in the address; undefined for that of the last visit, at first the first one */
export function TryPage({ vendor: name, operation }) {
  const { data, error, reload } = useLoaded(loadVocabulary, []);
  useTitle("Try it");
  const vendors = data?.vocabulary.dialects;
  const vendor = vendors?.find((each) => each.name === (name ?? lastVendor)) ?? vendors?.[0];
  lastVendor = vendor?.name ?? lastVendor;
  const choose = (event) => open(["try", event.target.value], {}, { replace: true });
  return html`<div class="stack">
    <div>
      <h1>Try it</h1>
      <p class="soft">Send a request for a vendor's API to this server, and see the response.</p>
    </div>
    ${data === undefined
      ? html`<${Loading} error=${error} reload=${reload} />`
      : html`<${Vendor} key=${vendor.name} vendor=${vendor} operation=${operation} ...${data}>
          <${Field} label="Vendor">
            ${(props) => html`<select class="input" value=${vendor.name} onChange=${choose} ...${props}>
              ${vendors.map((each) => html`<option value=${each.name}>${each.label}</option>`)}
            </select>`}
          <//>
        <//>`}
  </div>`;
}

async function loadVocabulary() {
  const [vocabulary, control] = await Promise.all([loadOnce("vocabulary"), loadOnce("contract/control.json")]);
  return { vocabulary, control };
}

function Vendor({ vendor, operation, vocabulary, control, children }) {
  const { data: contract, error, reload } = useLoaded(() => loadOnce(`contract/${vendor.name}.json`), [vendor.name]);
  return contract
    ? html`<${TryRequest} vendor=${vendor} operationId=${operation} contract=${contract} vocabulary=${vocabulary} control=${control}>${children}<//>`
    : html`<${Loading} error=${error} reload=${reload} />`;
}
