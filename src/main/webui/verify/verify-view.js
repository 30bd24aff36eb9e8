/** The view "Verify": the user makes a verification from the parts of an exchange, and runs it. */

import { html, useEffect, useMemo, useReducer, useRef, useState } from "../ui/preact.js";
import { Button, Notice } from "../ui/basics.js";
import { useLoaded } from "../ui/load.js";
import { send } from "../api/control.js";
import { write } from "../exchange/exact-json.js";
import { ExchangeLoading, loadExchange } from "../exchange/load-exchange.js";
import { CodeView } from "./code-view.js";
import { ConditionList } from "./condition-list.js";
import { ExchangeParts } from "./parts.js";
import { ExchangePicker } from "./exchange-picker.js";
import { TimesForm } from "./times-form.js";
import { Verdict } from "./verdict.js";
import { EMPTY, reduce } from "./verify-state.js";
import { problemOf, requestOf, timesOf } from "./verification.js";

/** The store changes with each request of a client. This view does not depend on it, but shows prompts when they are loaded. */
export function VerifyView({ store, query: { exchange } }) {
  const isLoading = Boolean(store.isLoading);
  const number = /^\d+$/.test(exchange ?? "") ? Number(exchange) : undefined;
  return useMemo(() => html`<${Verify} store=${store} number=${number} />`, [store, number, isLoading]);
}

function Verify({ store, number }) {
  const { handle } = store;
  const [state, dispatch] = useReducer(reduce, EMPTY);
  const { conditions, times, within } = state;
  const json = write(requestOf({ conditions, times: timesOf(times), within }), 2);
  return html`<div class="verify">
    <div class="stack">
      <section class="card stack tight" aria-label="Requests">
        <details open=${number === undefined} key=${number}>
          <summary><h2>${number === undefined ? "Choose a request" : "Choose another request"}</h2></summary>
          <${ExchangePicker} store=${store} current=${number} />
        </details>
      </section>
      ${number !== undefined &&
      html`<${ChosenExchange} key=${number} handle=${handle} number=${number} conditions=${conditions} toggle=${(condition) => dispatch({ type: "toggle", condition })} />`}
    </div>
    <div class="stack">
      <section class="card stack tight" aria-label="Verification">
        <h2>Verification</h2>
        <${ConditionList}
          conditions=${conditions}
          change=${(condition, changed) => dispatch({ type: "change", condition, changed })}
          add=${(condition) => dispatch({ type: "add", condition })}
        />
        <${TimesForm}
          times=${times}
          within=${within}
          changeTimes=${(changed) => dispatch({ type: "times", changed })}
          changeWithin=${(value) => dispatch({ type: "within", within: value })}
        />
        <${Run} handle=${handle} json=${json} isValid=${conditions.every((condition) => problemOf(condition) === undefined)} clear=${() => dispatch({ type: "clear" })} />
      </section>
      <${CodeView} json=${json} />
    </div>
  </div>`;
}

function ChosenExchange({ handle, number, ...rest }) {
  const { data: exchange, error, reload } = useLoaded((signal) => loadExchange(handle, number, signal), [handle, number]);
  return html`<section class="card stack tight" aria-label=${`Request ${number}`}>
    <h2>Request ${number}</h2>
    ${exchange
      ? html`<p class="soft">Select the parts that matter. Select the name of a field to say only that it exists.</p>
          <${ExchangeParts} exchange=${exchange} ...${rest} />`
      : html`<${ExchangeLoading} error=${error} reload=${reload} />`}
  </section>`;
}

function Run({ handle, json, isValid, clear }) {
  const [result, setResult] = useState();
  const stop = useRef();
  useEffect(() => () => stop.current?.abort(), []);
  const run = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    try {
      const response = await send("POST", "journal/verify", { handle, body: json, signal, allowed: [406] });
      setResult({ json, verdict: await response.json() });
    } catch (error) {
      if (!signal.aborted) {
        setResult({ json, error });
      }
    }
  };
  return html`
    <div class="row">
      <${Button} kind="primary" onClick=${run} disabled=${!isValid}>Run<//>
      <${Button} onClick=${clear}>Clear<//>
    </div>
    ${result?.error && html`<${Notice} kind="fault" role="alert">${result.error.message}<//>`}
    ${result?.verdict && html`<${Verdict} handle=${handle} result=${result.verdict} isStale=${result.json !== json} />`}
  `;
}
