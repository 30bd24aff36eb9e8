/** The verification as a command, and as code for tests. */

import { html, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { Code } from "../ui/code.js";
import { needsToken } from "../ui/control-command.js";
import { KeyHint } from "../ui/key-hint.js";
import { address } from "../api/control.js";
import { LANGUAGES } from "./languages.js";

/** @param json the body of the request, as indented text */
export function CodeView({ json }) {
  const [chosen, choose] = useState(LANGUAGES[0]);
  const request = { address: address("journal/verify", { format: "text" }).href, json, hasToken: needsToken() };
  return html`<section class="card stack tight" aria-label="Code">
    <div class="row spread">
      <h2>In your tests</h2>
      <div class="row" role="group" aria-label="Language">
        ${LANGUAGES.map(
          (language) => html`<${Button} kind="small" pressed=${language === chosen} onClick=${() => choose(language)}>${language.name}<//>`,
        )}
      </div>
    </div>
    <${Code} text=${chosen.code(request)} label=${`Verification in ${chosen.name}`} />
    <${KeyHint}>${chosen.note}<//>
  </section>`;
}
