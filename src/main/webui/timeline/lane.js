/** What happened to one task, or the requests that belong to no task. */

/** A lane keeps its newest marks. */
const MAX_MARKS = 500;

/** The order of a task whose requests the server no longer has. */
export const UNKNOWN_ORDER = 0;

const RANK = { pending: 0, processing: 1, completed: 2, failed: 2 };

export class Lane {
  /** @param id of the task; undefined for requests that belong to no task */
  constructor(id, maxMarks = MAX_MARKS) {
    this.id = id;
    this.maxMarks = maxMarks;
    this.byId = new Map();
  }

  /** The task as the control API has it; undefined if the page has only seen requests about it. */
  task;

  /** When the task was created, or the first mark, in milliseconds since 1970, on the sandbox's clock. */
  start = Infinity;

  /** The number of the first request that the page has seen: usually the create request. Infinity until then. */
  order = Infinity;

  /** When processing starts and ends; undefined when that is unknown, as for a task that is held. */
  startsAt;
  endsAt;

  /** The callbacks that were attempted, by their ids: the `state`, and the `number` and `result` of the last attempt. */
  callbacks = new Map();

  /** How many marks were too many and are forgotten. */
  forgotten = 0;

  /** Increases with each change. */
  version = 0;

  /** The callbacks that were attempted and not delivered, whether or not another attempt will follow. */
  get undelivered() {
    return [...this.callbacks.values()].filter(({ state }) => state === "waiting" || state === "given_up");
  }

  /** Whether a mark is the last attempt of a callback that was given up. */
  isGivenUp({ attempt, callbackId }) {
    const callback = attempt && this.callbacks.get(callbackId);
    return callback?.state === "given_up" && callback.number === attempt.number;
  }

  get size() {
    return this.byId.size;
  }

  get isOver() {
    return RANK[this.task?.status] === 2;
  }

  /** The marks in the order of their times. */
  get marks() {
    this.sorted ??= [...this.byId.values()].sort((a, b) => a.at - b.at);
    return this.sorted;
  }

  /** When the last thing happened or will happen; now, if the task runs and has no known end. */
  lastAt(now) {
    const lastMark = this.marks.at(-1)?.at ?? -Infinity;
    return Math.max(lastMark, this.task ? (this.endsAt ?? Math.max(now, this.start)) : -Infinity);
  }

  has(markId) {
    return this.byId.has(markId);
  }

  /** A status never goes back, so a task that would is an older answer that arrived late. */
  setTask(task) {
    if (this.task && RANK[task.status] < RANK[this.task.status]) {
      return;
    }
    this.task = task;
    this.start = parse(task.created_at);
    const isKnown = this.isOver || !task.held;
    this.startsAt = isKnown || task.status === "processing" ? parse(task.starts_at) : undefined;
    this.endsAt = isKnown ? parse(task.ends_at) : undefined;
    this.changed();
  }

  /** Adds a mark, or replaces the one with the same id. */
  add(mark) {
    const isLast = !this.byId.has(mark.id) && this.sorted?.length > 0 && this.sorted.at(-1).at <= mark.at;
    this.byId.set(mark.id, mark);
    if (isLast) {
      this.sorted.push(mark);
    } else {
      this.sorted = undefined;
    }
    if (!this.task) {
      this.start = Math.min(this.start, mark.at);
    }
    if (mark.exchange) {
      this.order = Math.min(this.order === UNKNOWN_ORDER ? Infinity : this.order, mark.exchange.number);
    }
    if (this.size > this.maxMarks) {
      this.forgetOldest();
    }
    this.changed();
  }

  /** Uses the state of a callback, unless it is older than what is known. */
  setCallbackState(id, state, { number, result }) {
    const known = this.callbacks.get(id);
    const isOlder = number < known?.number || (number === known?.number && result === "under_way");
    if (state && !isOlder) {
      this.callbacks.set(id, { state: state === "sending" ? (known?.state ?? state) : state, number, result });
      this.changed();
    }
  }

  forgetOldest() {
    const [id, mark] = this.byId.entries().next().value;
    this.byId.delete(id);
    this.forgotten++;
    if (this.sorted?.[0] === mark) {
      this.sorted.shift();
    } else {
      this.sorted = undefined;
    }
  }

  changed() {
    this.version++;
    this.cache = undefined;
  }

  /** A value computed from the lane, such as a text, which is kept until the lane changes. */
  cached(name, compute) {
    this.cache ??= new Map();
    if (!this.cache.has(name)) {
      this.cache.set(name, compute(this));
    }
    return this.cache.get(name);
  }
}

/**
 * An instant of the control API in milliseconds since 1970, with a fraction: Date knows whole milliseconds only. Undefined
 * for no instant, and for one after the year 9999, which no clock reaches.
 */
export function parse(instant) {
  const whole = Date.parse(instant);
  const [, fraction = "0"] = /\.\d{3}(\d+)/.exec(instant) ?? [];
  return Number.isNaN(whole) ? undefined : whole + Number(`0.${fraction}`);
}
