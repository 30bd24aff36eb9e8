/** The rules of a sandbox, as the server has them. */

import { useEffect, useState } from "../ui/preact.js";
import { useLoaded } from "../ui/load.js";
import { get, patch, post, put } from "../api/control.js";
import { endOf } from "./rule-text.js";

/** A timer of the browser cannot wait longer, in milliseconds. */
const MAX_WAIT = 2 ** 31 - 1;

/** The state is read this long after a rule has ended. */
const MARGIN = 100;

/** @return `rules`, undefined until they are loaded; `error`, `reload`, and functions that change the rules */
export function useRules(store) {
  const { handle, sandbox } = store;
  const [rules, setRules] = useState();
  const version = sandbox.faults.rules.length > 0 ? sandbox : "none";
  const { error, reload } = useLoaded(async (signal) => setRules((await get("faults", { handle, signal })).rules), [handle, version]);
  useEnds(rules ?? [], store);
  const use = (response) => {
    setRules(response.rules);
    store.refresh().catch((thrown) => store.fail(thrown));
  };
  return {
    rules,
    error,
    reload,
    append: async (rule) => use(await patch("faults", { rules: [rule] }, { handle })),
    replace: async (all) => use(await post("faults", { rules: all }, { handle })),
    setWeather: async (name, body) => use(await put(`weather/${encodeURIComponent(name)}`, body, { handle })),
  };
}

/** Reads the state again when a rule or an outage ends: there is no event for it. */
function useEnds(rules, store) {
  const { clock } = store;
  const next = Math.min(...rules.map(nextEnd));
  useEffect(() => {
    if (clock.frozen || next === Infinity) {
      return undefined;
    }
    const wait = Math.max(0, next - clock.now()) / clock.scale;
    const timer = setTimeout(() => store.refreshSoon(), Math.min(MAX_WAIT, wait + MARGIN));
    return () => clearTimeout(timer);
  }, [clock, next]);
}

/** When the state of the rule changes by itself, as far as the page knows. A rule is not over during its outage. */
function nextEnd(rule) {
  const { over, outage_ends_at: outageEnd } = rule.state;
  return outageEnd ? Date.parse(outageEnd) : over ? Infinity : (endOf(rule) ?? Infinity);
}

/**
 * The rules for a request that replaces them, which starts all of them again. Those that are over are left out, because
 * they would apply again.
 *
 * @param name of the only rule that stays nevertheless
 */
export function remaining(rules, name) {
  return rules.filter((rule) => !rule.state.over || rule.name === name);
}
