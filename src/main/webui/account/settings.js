/** The settings of a sandbox, in groups. */

import { html } from "../ui/preact.js";
import { number } from "../ui/format.js";
import { shortDuration } from "../ui/durations.js";
import { ChoiceSetting, ListSetting, SettingForm, TextSetting } from "./setting-form.js";
import { LatencySetting, readLatency, writeLatency } from "./latency.js";
import { lines, numeric, textOf } from "./values.js";

export function Credits({ store }) {
  const { held, captured, granted } = store.sandbox.ledger;
  return html`<${SettingForm}
    store=${store}
    title="Balance"
    read=${({ credits }) => ({ credits: textOf(credits) })}
    write=${{ credits: ({ credits }) => numeric(credits) }}
  >
    ${(form) => html`<${TextSetting} form=${form} name="credits" label="Credits" inputmode="decimal" hint=${`${number(held)} held, ${number(captured)} captured, ${number(granted)} granted`} />`}
  <//>`;
}

const STATUSES = ["active", "disabled", "deleted", "banned"].map((status) => [status, status]);

export function Key({ store }) {
  return html`<${SettingForm}
    store=${store}
    title="Key"
    read=${(sandbox) => ({
      key_status: sandbox.key_status,
      allowed_ips: sandbox.allowed_ips.join("\n"),
      inactive_models: sandbox.inactive_models.join("\n"),
    })}
    write=${{
      key_status: (values) => values.key_status,
      allowed_ips: (values) => lines(values.allowed_ips),
      inactive_models: (values) => lines(values.inactive_models),
    }}
  >
    ${(form) => html`
      <${ChoiceSetting} form=${form} name="key_status" label="Key status" options=${STATUSES} />
      <${ListSetting} form=${form} name="allowed_ips" label="Allowed IP addresses" hint="Addresses and ranges such as 10.0.0.0/8, one on each line; empty allows every address" />
      <${ListSetting} form=${form} name="inactive_models" label="Inactive models" hint="Names of models, one on each line" />
    `}
  <//>`;
}

const readRate = (name, rate) => ({ [`${name}.requests`]: textOf(rate?.requests), [`${name}.window`]: shortDuration(rate?.window ?? "") });

/** No number of requests means no limit. */
function writeRate(name, values) {
  const requests = numeric(values[`${name}.requests`]);
  const window = values[`${name}.window`].trim();
  return requests === null ? null : { requests, window };
}

const WINDOW = "10s";

/** A number of requests needs a window: an empty one gets the usual value, which the user can change. */
function Rate({ form, name, label }) {
  const edit = (input, text) => {
    form.edit(input, text);
    if (input === `${name}.requests` && text.trim() !== "" && form.values[`${name}.window`].trim() === "") {
      form.edit(`${name}.window`, WINDOW);
    }
  };
  return html`<fieldset class="pair">
    <legend>${label}</legend>
    <${TextSetting} form=${{ ...form, edit }} name=${`${name}.requests`} label="Requests" inputmode="numeric" placeholder="no limit" />
    <${TextSetting} form=${form} name=${`${name}.window`} label="Window" placeholder="such as 10s" />
  </fieldset>`;
}

export function RateLimits({ store }) {
  return html`<${SettingForm}
    store=${store}
    title="Request limits"
    read=${(sandbox) => ({
      ...readRate("rate_limit", sandbox.rate_limit),
      ...readRate("poll_rate_limit", sandbox.poll_rate_limit),
      concurrency: textOf(sandbox.concurrency),
    })}
    write=${{
      rate_limit: (values) => writeRate("rate_limit", values),
      poll_rate_limit: (values) => writeRate("poll_rate_limit", values),
      concurrency: (values) => numeric(values.concurrency),
    }}
  >
    ${(form) => html`
      <${Rate} form=${form} name="rate_limit" label="Create requests" />
      <${Rate} form=${form} name="poll_rate_limit" label="Polls and balance queries" />
      <${TextSetting} form=${form} name="concurrency" label="Concurrency" inputmode="numeric" placeholder="no limit" hint="How many requests may wait for their images at once, in APIs with synchronous generation" />
    `}
  <//>`;
}

const SPEND = [
  ["hourly", "Hourly"],
  ["daily", "Daily"],
  ["total", "Total"],
];
const WINDOWS = [
  ["rolling", "The last hour and day"],
  ["calendar", "This hour and day of the calendar"],
];

function writeSpendLimits(values) {
  const limits = Object.fromEntries(SPEND.map(([name]) => [name, numeric(values[`spend_limits.${name}`])]));
  const hasLimit = Object.values(limits).some((limit) => limit !== null);
  return hasLimit ? { ...limits, windows: values["spend_limits.windows"] } : null;
}

export function SpendLimits({ store }) {
  return html`<${SettingForm}
    store=${store}
    title="Spend limits"
    read=${({ spend_limits: limits }) => ({
      ...Object.fromEntries(SPEND.map(([name]) => [`spend_limits.${name}`, textOf(limits?.[name])])),
      "spend_limits.windows": limits?.windows ?? "rolling",
    })}
    write=${{ spend_limits: writeSpendLimits }}
  >
    ${(form) => html`
      <div class="pair">
        ${SPEND.map(([name, label]) => html`<${TextSetting} form=${form} name=${`spend_limits.${name}`} label=${label} inputmode="decimal" placeholder="no limit" />`)}
      </div>
      <${ChoiceSetting} form=${form} name="spend_limits.windows" label="Windows" hint="Limits are in credits" options=${WINDOWS} />
    `}
  <//>`;
}

const PROGRESSIONS = [
  ["timed", "By the clock (timed)"],
  ["polls", "By the client's polls"],
  ["instant", "At once (instant)"],
  ["held", "Only by hand (held)"],
];

export function NewTasks({ store }) {
  return html`<${SettingForm}
    store=${store}
    title="New tasks"
    read=${({ progression, pending, processing }) => ({
      "progression.kind": progression.split(":")[0],
      "progression.polls": progression.split(":")[1]?.trim() ?? "3",
      ...readLatency("pending", pending),
      ...readLatency("processing", processing),
    })}
    write=${{
      progression: ({ "progression.kind": kind, "progression.polls": polls }) => (kind === "polls" ? `polls:${polls.trim()}` : kind),
      pending: (values) => writeLatency("pending", values),
      processing: (values) => writeLatency("processing", values),
    }}
  >
    ${(form) => html`
      <${ChoiceSetting} form=${form} name="progression.kind" label="Progress" options=${PROGRESSIONS} />
      ${form.values["progression.kind"] === "polls" && html`<${TextSetting} form=${form} name="progression.polls" label="Polls per status change" inputmode="numeric" />`}
      <${LatencySetting} form=${form} name="pending" label="Pending" />
      <${LatencySetting} form=${form} name="processing" label="Processing" />
    `}
  <//>`;
}

/** JSON with the exact integer: a seed can be larger than the integers that JavaScript's numbers have. */
function encodeSeed({ seed }) {
  return `{"seed":${/^-?\d+$/.test(seed) ? BigInt(seed) : JSON.stringify(seed)}}`;
}

export function Seed({ store }) {
  return html`<${SettingForm}
    store=${store}
    title="Random choices"
    read=${({ seed }) => ({ seed: String(seed) })}
    write=${{ seed: ({ seed }) => seed.trim() }}
    encode=${encodeSeed}
  >
    ${(form) => html`<${TextSetting} form=${form} name="seed" label="Seed" inputmode="numeric" hint="Determines all random choices from now on. To repeat a run, reset the sandbox first, and then set the seed." />`}
  <//>`;
}
