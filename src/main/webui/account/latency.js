/** The inputs of a latency: a fixed duration, a range, or a distribution. */

import { html } from "../ui/preact.js";
import { shortDuration } from "../ui/durations.js";
import { ChoiceSetting, TextSetting } from "./setting-form.js";

const KINDS = [
  ["fixed", "Fixed"],
  ["range", "Between two durations"],
  ["distribution", "Log-normal distribution"],
];

/** The texts of the inputs. */
export function readLatency(name, latency) {
  const kind = typeof latency === "string" ? "fixed" : "min" in latency ? "range" : "distribution";
  const parts = kind === "fixed" ? { fixed: latency } : latency;
  const text = (part) => shortDuration(parts[part] ?? "");
  return {
    [`${name}.kind`]: kind,
    ...Object.fromEntries(["fixed", "min", "max", "median", "p95"].map((part) => [`${name}.${part}`, text(part)])),
  };
}

/** The value for the control API. */
export function writeLatency(name, values) {
  const part = (last) => values[`${name}.${last}`].trim();
  const { [`${name}.kind`]: kind } = values;
  if (kind === "fixed") {
    return part("fixed");
  }
  return kind === "range" ? { min: part("min"), max: part("max") } : { median: part("median"), p95: part("p95") };
}

export function LatencySetting({ form, name, label }) {
  const kind = form.values[`${name}.kind`];
  const input = (part, text) => html`<${TextSetting} form=${form} name=${`${name}.${part}`} label=${text} placeholder="such as 500ms" />`;
  return html`<fieldset class="latency">
    <legend>${label}</legend>
    <${ChoiceSetting} form=${form} name=${`${name}.kind`} label="Kind" options=${KINDS} />
    ${kind === "fixed" && html`<${TextSetting} form=${fixed(form, name)} name=${`${name}.fixed`} label="Duration" />`}
    ${kind === "range" && html`${input("min", "Minimum")}${input("max", "Maximum")}`}
    ${kind === "distribution" && html`${input("median", "Median")}${input("p95", "95th percentile")}`}
  </fieldset>`;
}

/** The form, in which the error of the whole latency is shown at the only input. */
function fixed(form, name) {
  return { ...form, errorOf: () => form.errorOf(name) };
}
