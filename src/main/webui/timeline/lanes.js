/** The lanes of a timeline: one for each task, and one for requests that belong to no task. */

import { Lane, parse, UNKNOWN_ORDER } from "./lane.js";

/** Older lanes are forgotten, and the oldest ones also when all lanes have too many marks together. */
const MAX_LANES = 20_000;
const MAX_MARKS = 300_000;

/** Requests without a task are in one lane, so that lane keeps more. */
const MAX_OTHERS = 5000;

const CREATE_OR_READ = { create: "create", poll: "poll", file: "download" };

export class Lanes {
  constructor() {
    this.clear();
  }

  /** All lanes of tasks, oldest first. */
  all;

  /** The lane of requests that belong to no task. */
  others;

  /** Forgets everything, because the sandbox is a new one. */
  clear() {
    this.byId = new Map();
    this.all = [];
    this.others = new Lane(undefined, MAX_OTHERS);
    this.marks = 0;
    this.undelivered = 0;
  }

  /** How many callbacks of all lanes were attempted and not delivered. */
  undelivered;

  /** How many lanes have a task that the server has shown. */
  get tasks() {
    return this.all.reduce((count, lane) => count + (lane.task ? 1 : 0), 0);
  }

  setTask(task) {
    this.change(this.lane(task.id), (lane) => lane.setTask(task));
  }

  /** @param task from a list: it is older than the tasks of events, if their create requests do not say otherwise */
  listTask(task) {
    this.change(this.lane(task.id), (lane) => {
      lane.setTask(task);
      lane.order = lane.order === Infinity ? UNKNOWN_ORDER : lane.order;
    });
  }

  /** @param exchange in the form of the event "exchange" */
  addExchange(exchange) {
    const lane = exchange.task_id ? this.lane(exchange.task_id) : this.others;
    const kind = CREATE_OR_READ[exchange.operation] ?? "request";
    this.add(lane, { id: `exchange-${exchange.number}`, kind, at: parse(exchange.at), exchange, fault: exchange.fault });
  }

  /** @param event the event "callback_attempt" */
  addAttempt(event) {
    this.addAttempts(event.task_id, event.callback_id ?? event.task_id, [event], event.state);
  }

  /** @param callback as the control API lists it */
  setCallback(callback) {
    this.addAttempts(callback.task_id ?? callback.id, callback.id, callback.attempts, callback.state);
  }

  /** A listed attempt that is under way may be older than the event with its result, so it replaces nothing. */
  addAttempts(taskId, callbackId, attempts, state) {
    for (const attempt of attempts) {
      const id = `attempt-${callbackId}-${attempt.number}`;
      if (attempt.result !== "under_way" || !this.byId.get(taskId)?.has(id)) {
        const at = parse(attempt.at);
        this.add(this.lane(taskId), { id, kind: "attempt", at, attempt, callbackId, fault: attempt.fault ?? null });
      }
    }
    if (attempts.length > 0) {
      this.change(this.lane(taskId), (lane) => lane.setCallbackState(callbackId, state, attempts.at(-1)));
    }
  }

  add(lane, mark) {
    this.change(lane, () => lane.add(mark));
  }

  /** Changes a lane, and moves it if its place has changed. */
  change(lane, action) {
    const { start, order, size } = lane;
    const undelivered = lane.undelivered.length;
    action(lane);
    this.marks += lane.size - size;
    this.undelivered += lane.undelivered.length - undelivered;
    if (lane !== this.others && (lane.start !== start || lane.order !== order || !lane.isListed)) {
      this.place(lane, { start, order });
    }
    while (this.all.length > 1 && (this.all.length > MAX_LANES || this.marks > MAX_MARKS)) {
      this.forgetOldest();
    }
  }

  /** Puts a lane where its start belongs. Most lanes are new and the newest, so this is fast. */
  place(lane, before) {
    const { all } = this;
    if (lane.isListed) {
      const index = all.indexOf(lane, bound(all, (other) => isBefore(other === lane ? before : other, before)));
      if (!isBefore(lane, all[index - 1] ?? lane) && !isBefore(all[index + 1] ?? lane, lane)) {
        return;
      }
      all.splice(index, 1);
    }
    lane.isListed = true;
    if (all.length === 0 || !isBefore(lane, all.at(-1))) {
      all.push(lane);
    } else {
      all.splice(bound(all, (other) => !isBefore(lane, other)), 0, lane);
    }
  }

  forgetOldest() {
    const oldest = this.all.shift();
    this.byId.delete(oldest.id);
    this.marks -= oldest.size;
    this.undelivered -= oldest.undelivered.length;
  }

  lane(id) {
    let lane = this.byId.get(id);
    if (!lane) {
      lane = new Lane(id);
      this.byId.set(id, lane);
    }
    return lane;
  }
}

/** Tasks that a frozen clock has created at the same time are in the order of their create requests. */
function isBefore(one, other) {
  return one.start < other.start || (one.start === other.start && one.order < other.order);
}

/** The first index of a lane that does not belong before a place. */
function bound(lanes, isBeforePlace) {
  let low = 0;
  let high = lanes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeforePlace(lanes[middle])) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
