/** The lanes of a timeline: one for each task, and one for requests that belong to no task. */

/** Older lanes are forgotten, as are older marks of a lane. */
const MAX_LANES = 20_000;
const MAX_MARKS = 500;

export class Lanes {
  constructor() {
    this.byId = new Map();
    this.others = new Lane(undefined);
  }

  /** All lanes of tasks, oldest first. */
  get all() {
    this.sorted ??= [...this.byId.values()].sort((a, b) => a.start - b.start);
    return this.sorted;
  }

  setTask(task) {
    this.lane(task.id).setTask(task);
    this.sorted = undefined;
  }

  /** @param exchange in the form of the event "exchange" */
  addExchange(exchange) {
    const lane = exchange.task_id ? this.lane(exchange.task_id) : this.others;
    lane.add({ id: `exchange-${exchange.number}`, kind: kindOf(exchange), at: Date.parse(exchange.at), exchange, fault: exchange.fault });
  }

  /** @param event the event "callback_attempt" */
  addAttempt(event) {
    this.addAttempts(event.task_id, event.callback_id ?? event.task_id, [event]);
  }

  /** @param callback as the control API lists it */
  setCallback(callback) {
    this.addAttempts(callback.task_id ?? callback.id, callback.id, callback.attempts);
  }

  addAttempts(taskId, callbackId, attempts) {
    for (const attempt of attempts) {
      const id = `attempt-${callbackId}-${attempt.number}`;
      this.lane(taskId).add({ id, kind: "attempt", at: Date.parse(attempt.at), attempt, callbackId, fault: attempt.fault ?? null });
    }
  }

  lane(id) {
    if (!this.byId.has(id)) {
      this.byId.set(id, new Lane(id));
      this.sorted = undefined;
      if (this.byId.size > MAX_LANES) {
        this.byId.delete(this.byId.keys().next().value);
      }
    }
    return this.byId.get(id);
  }
}

function kindOf({ operation }) {
  return { create: "create", poll: "poll", file: "download" }[operation] ?? "request";
}

/** What happened to one task. */
export class Lane {
  constructor(id) {
    this.id = id;
    this.marks = new Map();
  }

  /** The task as the control API has it; undefined if the page has only seen requests about it. */
  task;

  /** In milliseconds since 1970, on the sandbox's clock. */
  start = Infinity;

  setTask(task) {
    this.task = task;
    this.start = Date.parse(task.created_at);
    this.startsAt = task.starts_at && Date.parse(task.starts_at);
    this.endsAt = task.ends_at && Date.parse(task.ends_at);
  }

  /** Adds a mark, or replaces the one with the same id. */
  add(mark) {
    this.marks.set(mark.id, mark);
    if (!this.task) {
      this.start = Math.min(this.start, mark.at);
    }
    if (this.marks.size > MAX_MARKS) {
      this.marks.delete(this.marks.keys().next().value);
    }
  }
}
