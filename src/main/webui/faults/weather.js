/** Weather: named sets of rules. */

import { html, useState } from "../ui/preact.js";
import { Button, Field } from "../ui/basics.js";
import { Loading, useLoaded } from "../ui/load.js";
import { fieldError } from "../ui/submit.js";
import { loadOnce } from "../api/control.js";
import { endOf, instantText } from "./rule-text.js";

/** @param rules the active rules; undefined while they are loading */
export function Weather({ store, rules, setWeather }) {
  const { data, error, reload } = useLoaded(() => loadOnce("weather"), []);
  const [ttl, setTtl] = useState("");
  const [refused, setRefused] = useState();
  const current = store.sandbox.faults.weather;
  const choose = async (name) => {
    setRefused(undefined);
    try {
      await setWeather(name, ttl.trim() === "" ? {} : { ttl: ttl.trim() });
    } catch (thrown) {
      if (fieldError(thrown).field !== "ttl") {
        throw thrown;
      }
      setRefused(thrown);
    }
  };
  return html`<section class="card stack" aria-labelledby="weather">
    <div>
      <h2 id="weather">Weather</h2>
      <p class="soft" role="status">${stateText(current, rules)}</p>
    </div>
    <div class="weather-ttl" key="ttl">
      <${Field} label="Ends after (ttl)" hint="On the sandbox's clock, such as 10m. Empty: until you change it. Each button below replaces all rules at once." error=${refused && fieldError(refused).hint}>
        ${(props) => html`<input class="input" autocomplete="off" placeholder="never" value=${ttl} onInput=${(event) => setTtl(event.target.value)} ...${props} />`}
      <//>
    </div>
    ${data
      ? html`<div class="weathers" key="weathers">
          ${data.weather.map(({ name, description }) => html`<div class="weather" key=${name}>
            <${Button} pressed=${name === current ? "true" : "false"} onClick=${() => choose(name)}>${title(name)}<//>
            <span class="soft small">${description}</span>
          </div>`)}
        </div>`
      : html`<${Loading} error=${error} reload=${reload} />`}
  </section>`;
}

function stateText(current, rules = []) {
  if (current === null) {
    return "Custom rules are active.";
  }
  if (current === "clear") {
    return "No rules are active.";
  }
  const ends = rules.map(endOf);
  const end = ends.length > 0 && ends.every(Boolean) ? `until ${instantText(Math.max(...ends))}` : "until you change it";
  return `${title(current)} is active ${end}.`;
}

function title(name) {
  return name[0].toUpperCase() + name.slice(1).replaceAll("-", " ");
}
