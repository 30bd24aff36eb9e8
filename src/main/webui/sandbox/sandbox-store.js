/** What the page knows about one sandbox. It is loaded once, and then follows the sandbox's events. */

import { get, pages } from "../api/control.js";
import { follow } from "../api/stream.js";
import { ExchangeList } from "../requests/exchange-list.js";
import { Lanes } from "../timeline/lanes.js";
import { Clock } from "./clock.js";

/** More events per second than this are dropped by the server, so that an open page does not slow clients down. */
const MAX_RATE = 200;

/** Views render again this long after a change, in milliseconds; later while many events arrive. */
const QUIET_DELAY = 30;
const BUSY_DELAY = 300;
const BUSY = 30;

/** After events were lost, loading everything again may take this share of the time. */
const RELOAD_SHARE = 0.1;
const MIN_RELOAD_PAUSE = 1000;

/** The status when there are too many event streams. */
const TOO_MANY = 429;

/** The balance, limits and faults are read again this long after an event. */
const STATE_DELAY = 600;

/** How many tasks or exchanges are read at a time: few enough that the page stays responsive. */
const PAGE = 400;

/** The errors of a request that gets no response. */
const NO_CONNECTION = ["TypeError", "AbortError"];

export class SandboxStore {
  constructor(handle) {
    this.handle = handle;
    this.lanes = new Lanes();
    this.exchanges = new ExchangeList();
    this.listeners = new Set();
    this.connection = "connecting";
    this.lastNumber = 0;
    this.recentEvents = 0;
    this.stopping = new AbortController();
    this.options = { handle, signal: this.stopping.signal };
  }

  /** The state of the sandbox as GET /sandbox has it; undefined until it is loaded. */
  sandbox;

  /** The sandbox's {@link Clock}; undefined until it is loaded. */
  clock;

  /** "connecting", "live" or "lost". */
  connection;

  /** Why the sandbox could not be loaded, or why the connection is lost. */
  error;

  /** How many events the server has dropped because the page was too slow. */
  dropped = 0;

  /** The highest number of an exchange that the page knows. */
  newestExchange = 0;

  /** Whether many events arrive. */
  get isBusy() {
    return this.recentEvents > BUSY;
  }

  /** Increases when the sandbox has been removed: tasks of the next one may have the same ids. */
  generation = 0;

  /** Increases with each notification of the listeners. */
  version = 0;

  start() {
    this.unfollow = follow({
      handle: this.handle,
      maxRate: MAX_RATE,
      onOpen: () => this.opened(),
      onEvent: (event) => this.received(event),
      onLost: (error) => this.lost(error),
    });
    this.decay = setInterval(() => (this.recentEvents /= 4), 500);
  }

  stop() {
    this.unfollow();
    this.stopping.abort();
    clearInterval(this.decay);
    [this.notifying, this.refreshing, this.reloading].forEach(clearTimeout);
  }

  get isStopped() {
    return this.stopping.signal.aborted;
  }

  /** @return a function that removes the listener */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Uses a state that a request has returned. */
  setSandbox(sandbox) {
    this.sandbox = sandbox;
    this.clock = new Clock(sandbox);
    this.changed();
  }

  setClock(state) {
    this.clock = new Clock(state);
    this.changed();
    this.refreshSoon();
  }

  setTask(task) {
    this.lanes.setTask(task);
    this.changed();
    this.refreshSoon();
  }

  /** Reads the state again: balance, limits, faults, counts and clock. */
  async refresh() {
    const known = this.lanes.tasks;
    const sandbox = await get("sandbox", this.options).catch((error) => {
      if (error.status === 404) {
        this.forget();
      }
      throw error;
    });
    this.setSandbox(sandbox);
    const { pending, processing, completed, failed, dropped } = sandbox.tasks;
    // It was removed while the connection was lost, or while events were dropped.
    if (pending + processing + completed + failed + dropped < known) {
      this.forget();
      this.reloadLater();
    }
  }

  /** Forgets what happened, because the sandbox has been removed. If the event is lost, it has fewer tasks than before. */
  forget() {
    this.generation++;
    this.lanes.clear();
    this.exchanges.clear();
    this.lastNumber = 0;
    this.newestExchange = 0;
    this.changed();
  }

  /** Reads the state again soon; events in the meantime cause no further request. */
  refreshSoon() {
    this.refreshing ??= this.later(async () => {
      await this.refresh().catch((error) => this.fail(error));
      this.refreshing = undefined;
    }, STATE_DELAY);
  }

  opened() {
    this.connection = "live";
    this.error = undefined;
    this.reload();
  }

  lost(error) {
    this.connection = "lost";
    this.clock?.stop();
    this.fail(error);
    // The server may have too many streams, but still respond to requests.
    if (error.status === TOO_MANY) {
      this.reloadLater();
    }
  }

  fail(error) {
    const isUnconnected = this.connection === "lost" && NO_CONNECTION.includes(error.name);
    this.error = isUnconnected ? new Error("No connection to the server") : error;
    this.changed();
  }

  received(event) {
    this.recentEvents++;
    const handlers = {
      task_created: () => this.lanes.setTask(event.task),
      task_moved: () => this.lanes.setTask(event.task),
      exchange: () => this.addExchange(event),
      callback_attempt: () => this.lanes.addAttempt(event),
      clock_moved: () => (this.clock = new Clock(event)),
      sandbox_removed: () => this.forget(),
      dropped: () => this.missed(event.count),
    };
    handlers[event.type]?.();
    this.refreshSoon();
    this.changed();
  }

  /** Reads everything again later, because some events are lost. */
  missed(count) {
    this.dropped += count;
    this.isBehind = true;
    this.reloadLater();
  }

  reloadLater() {
    const pause = Math.max(MIN_RELOAD_PAUSE, (this.reloadTime ?? 0) / RELOAD_SHARE);
    this.reloading ??= this.later(() => {
      this.reloading = undefined;
      this.reload();
    }, pause);
  }

  /** Reads what exists. Events that arrive in the meantime change the same things; nothing is counted twice. */
  async reload() {
    if (this.isLoading) {
      this.isBehind = true;
      return;
    }
    this.isLoading = true;
    this.isBehind = false;
    const start = performance.now();
    try {
      await this.load();
      this.error = this.connection === "lost" ? this.error : undefined;
    } catch (error) {
      this.fail(error);
    } finally {
      this.isLoading = false;
      this.reloadTime = performance.now() - start;
    }
    if (this.isBehind) {
      this.reloadLater();
    }
  }

  async load() {
    await this.refresh();
    await this.forgetAfterRestart();
    await pages("tasks", "tasks", (tasks) => {
      tasks.forEach((task) => this.lanes.listTask(task));
      this.changed();
    }, { ...this.options, query: { limit: PAGE } });
    await this.loadExchanges();
    await pages("callbacks", "callbacks", (callbacks) => {
      callbacks.forEach((callback) => this.lanes.setCallback(callback));
    }, { ...this.options, query: { detail: "summary", limit: PAGE } });
    this.changed();
  }

  /** Forgets everything if the server has restarted, because it numbers exchanges from 1 then. */
  async forgetAfterRestart() {
    const { exchanges } = await get("journal", { ...this.options, query: { detail: "summary", limit: 1 } });
    if (exchanges.length > 0 && exchanges[0].number < this.lastNumber) {
      this.forget();
    }
  }

  async loadExchanges() {
    for (;;) {
      const query = { detail: "summary", since: this.lastNumber, limit: PAGE };
      const { exchanges } = await get("journal", { ...this.options, query });
      exchanges.map(flat).forEach((exchange) => this.addExchange(exchange));
      this.lastNumber = exchanges.at(-1)?.number ?? this.lastNumber;
      if (exchanges.length < PAGE) {
        return;
      }
    }
  }

  addExchange(exchange) {
    this.newestExchange = Math.max(this.newestExchange, exchange.number);
    this.lanes.addExchange(exchange);
    this.exchanges.add(exchange);
  }

  changed() {
    this.notifying ??= this.later(() => {
      this.notifying = undefined;
      this.version++;
      this.listeners.forEach((listener) => listener());
    }, this.isBusy ? BUSY_DELAY : QUIET_DELAY);
  }

  /** Runs an action after a delay, unless the store is stopped. */
  later(action, delay) {
    return this.isStopped ? undefined : setTimeout(action, delay);
  }
}

/** An exchange of the journal in the form of the event "exchange". */
function flat({ request, answer, ...exchange }) {
  return { ...exchange, method: request.method, path: request.path, status: answer.status, whole: answer.whole };
}
