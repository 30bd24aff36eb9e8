/** Keeps the list of sandboxes up to date. */

import { get } from "../api/control.js";
import { follow } from "../api/stream.js";

const LIMIT = 200;

/** Events only say that something happened, so a few are enough. */
const MAX_RATE = 5;

/** The list is read again this long after an event, and not more often than this. */
const DELAY = 700;

/** The list is also read again when nothing happened, because clocks run and the connection may be broken. */
const PERIOD = 5000;

export class SandboxList {
  /** @param onChange called with the new state: `sandboxes`, `now` (real time of the server), `more`, `error` */
  constructor(onChange) {
    this.onChange = onChange;
    this.state = {};
  }

  start() {
    this.unfollow = follow({
      maxRate: MAX_RATE,
      onOpen: () => this.schedule(0),
      onEvent: () => this.schedule(DELAY),
      onLost: (error) => this.set({ error }),
    });
    this.timer = setInterval(() => this.schedule(0), PERIOD);
  }

  stop() {
    this.unfollow();
    clearInterval(this.timer);
    clearTimeout(this.due);
    this.isStopped = true;
  }

  schedule(delay) {
    if (!this.due && !this.isStopped) {
      this.due = setTimeout(() => this.load(), delay);
    }
  }

  async load() {
    try {
      const { sandboxes, next_cursor: next } = await get("sandboxes", { query: { limit: LIMIT } });
      this.set({ sandboxes, more: next !== null, now: Date.now(), error: undefined });
    } catch (error) {
      this.set({ error });
    } finally {
      this.due = undefined;
    }
  }

  set(change) {
    if (!this.isStopped) {
      this.state = { ...this.state, ...change };
      this.onChange(this.state);
    }
  }
}
