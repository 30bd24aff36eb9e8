import { html, useEffect, useRef } from "../ui/preact.js";
import { time } from "../ui/format.js";

/** The text changes at most this often, in milliseconds. */
const MIN_PERIOD = 250;

/** The date and time of a sandbox's clock, in UTC. It changes its text by itself, without rendering anything else. */
export function ClockTime({ clock }) {
  const element = useRef();
  useEffect(() => {
    let timer;
    const show = () => {
      const now = clock.now();
      element.current.textContent = `${time(now, { withDate: true, withMilliseconds: clock.frozen })} UTC`;
      if (!clock.frozen && !clock.isStopped) {
        timer = setTimeout(show, Math.max(MIN_PERIOD, untilNextSecond(now) / clock.scale));
      }
    };
    show();
    return () => clearTimeout(timer);
  }, [clock]);
  return html`<span class="clock-time number" role="timer" aria-label="Time of the sandbox" ref=${element}></span>`;
}

function untilNextSecond(now) {
  return 1000 - (now % 1000);
}
