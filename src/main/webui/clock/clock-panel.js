/** The sandbox's clock with its buttons. */

import { html, useEffect, useId, useRef, useState } from "../ui/preact.js";
import { Button } from "../ui/basics.js";
import { post } from "../api/control.js";
import { ClockBadge } from "../sandbox/clock-badge.js";
import { ClockSettings } from "./clock-settings.js";
import { ClockTime } from "./clock-time.js";
import { happenedText } from "./happened.js";

export function ClockPanel({ store }) {
  const [happened, setHappened] = useState("");
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { clock } = store;
  const change = async (body) => {
    const state = await post("clock", body, { handle: store.handle });
    store.setClock(state);
    setHappened(happenedText(state));
  };
  const section = useRef();
  const isToggling = useRef(false);
  const toggle = async (body) => {
    isToggling.current = true;
    await change(body).catch((error) => {
      isToggling.current = false;
      throw error;
    });
  };
  // The button that was pressed is disabled now, and would lose the focus.
  useEffect(() => {
    if (isToggling.current) {
      isToggling.current = false;
      section.current.querySelector(`[name="${clock.frozen ? "resume" : "freeze"}"]`).focus();
    }
  }, [clock.frozen]);
  return html`<section ref=${section} class=${`clock-panel ${clock.frozen ? "frozen" : ""}`} aria-label="Clock">
    <div class="row">
      <${ClockTime} clock=${clock} />
      <${ClockBadge} clock=${clock} />
      <div class="row">
        <${Button} name="freeze" disabled=${clock.frozen} onClick=${() => toggle({ freeze: true })}>Freeze<//>
        <${Button} onClick=${() => change({ advance: "2s" })}>+2 s<//>
        <${Button} onClick=${() => change({ advance: "1m" })}>+1 min<//>
        <${Button} name="resume" disabled=${!clock.frozen} onClick=${() => toggle({ resume: true })}>Resume<//>
        <${Button} kind="plain" aria-expanded=${isOpen ? "true" : "false"} aria-controls=${id} onClick=${() => setOpen(!isOpen)}>${isOpen ? "Less" : "More…"}<//>
      </div>
      <span class="soft small" role="status">${happened}</span>
    </div>
    <div id=${id} hidden=${!isOpen}>${isOpen && html`<${ClockSettings} clock=${clock} change=${change} />`}</div>
  </section>`;
}
