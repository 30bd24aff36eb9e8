/** The account of a key: its balance, limits, settings and ledger. */

import { html } from "../ui/preact.js";
import { Credits, Key, NewTasks, RateLimits, Seed, SpendLimits } from "./settings.js";
import { Ledger } from "./ledger.js";
import { ResetSandbox } from "./reset.js";
import { Webhooks } from "./webhooks.js";

export function AccountView({ store }) {
  return html`<div class="stack">
    <div class="settings">
      <div class="stack">
        <${Credits} store=${store} />
        <${SpendLimits} store=${store} />
        <${Seed} store=${store} />
      </div>
      <div class="stack">
        <${RateLimits} store=${store} />
        <${NewTasks} store=${store} />
      </div>
      <div class="stack">
        <${Key} store=${store} />
        <${Webhooks} store=${store} />
        <${ResetSandbox} store=${store} />
      </div>
    </div>
    <${Ledger} store=${store} />
  </div>`;
}
