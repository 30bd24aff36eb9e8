/** Tests of the timeline's model, which needs no browser. */

import assert from "node:assert/strict";
import { test } from "node:test";

const CONSOLE = new URL("../../main/webui/", import.meta.url);
const { TimeScale, fit } = await import(new URL("timeline/scale.js", CONSOLE));
const { Viewport } = await import(new URL("timeline/viewport.js", CONSOLE));
const { Lanes } = await import(new URL("timeline/lanes.js", CONSOLE));
const { clusters } = await import(new URL("timeline/clusters.js", CONSOLE));
const { taskBar } = await import(new URL("timeline/lane-painter.js", CONSOLE));
const { searchText, summary } = await import(new URL("timeline/describe.js", CONSOLE));

const NOON = Date.parse("2026-03-01T12:00:00Z");
const iso = (at) => new Date(at).toISOString();

const task = (id, start, change = {}) => ({
  id,
  status: "pending",
  held: false,
  prompt: "A lighthouse",
  created_at: iso(start),
  starts_at: iso(start + 1000),
  ends_at: iso(start + 4000),
  fault: null,
  outcome: { status: "completed" },
  ...change,
});

const exchange = (number, at, change = {}) => ({
  number, at: iso(at), operation: "poll", task_id: "a", status: 200, fault: null, warnings: [], ...change,
});

/** The processor time that this test has used, in milliseconds: other programs do not change it. */
function cpu() {
  return process.cpuUsage().user / 1000;
}

test("A scale converts between times and pixels", () => {
  const scale = new TimeScale(NOON, 10_000, 500);
  assert.equal(scale.x(NOON + 5000), 250);
  assert.equal(scale.at(250), NOON + 5000);
  assert.equal(scale.end, NOON + 10_000);
});

test("Zooming keeps the time under the pointer where it is", () => {
  const scale = new TimeScale(NOON, 10_000, 500);
  for (const factor of [0.001, 0.5, 1.5, 20, 1e9]) {
    assert.ok(Math.abs(scale.zoom(factor, 100).at(100) - scale.at(100)) < 1, `factor ${factor}`);
  }
  assert.equal(scale.zoom(1e9, 100).span, 40);
  assert.ok(Number.isFinite(scale.zoom(1e-30, 100).span));
});

test("Ticks name the day, the time of day, or milliseconds", () => {
  const labels = (start, span) => new TimeScale(start, span, 1000).ticks(90).map(({ text }) => text);
  assert.deepEqual(labels(NOON, 400).slice(0, 3), ["12:00:00", "+50 ms", "+100 ms"]);
  assert.deepEqual(labels(NOON, 30_000).slice(0, 3), ["12:00:00", "12:00:05", "12:00:10"]);
  assert.deepEqual(labels(NOON, 7_200_000).slice(0, 3), ["12:00", "12:15", "12:30"]);
  assert.ok(labels(NOON, 2 * 86_400_000).includes("2026-03-02"));
  assert.ok(labels(NOON, 20 * 365 * 86_400_000).length < 12);
});

test("Ticks are never closer than asked for", () => {
  for (let span = 40; span < 1e12; span *= 1.7) {
    const scale = new TimeScale(NOON, span, 900);
    const places = scale.ticks(90).map(({ at }) => scale.x(at));
    assert.ok(places.every((x, index) => index === 0 || x - places[index - 1] >= 89.9), `span ${span}`);
  }
});

test("A window fits a range, and is at least as long as asked for", () => {
  const scale = fit(NOON, NOON + 60_000, 800, 30_000);
  assert.ok(scale.includes(NOON) && scale.includes(NOON + 60_000));
  assert.equal(fit(NOON, NOON, 800, 30_000).span, 30_000);
});

test("A following window keeps now in place, and grows for what is in view", () => {
  const viewport = new Viewport();
  viewport.resize(1000);
  viewport.update(NOON, NOON - 5000);
  assert.equal(viewport.scale.span, 30_000);
  assert.equal(Math.round(viewport.scale.x(NOON)), 840);
  viewport.update(NOON + 60_000, NOON - 5000);
  assert.equal(Math.round(viewport.scale.x(NOON + 60_000)), 840);
  assert.ok(viewport.scale.includes(NOON - 5000));
});

test("A window that the user has moved does not follow", () => {
  const viewport = new Viewport();
  viewport.resize(1000);
  viewport.update(NOON, NOON);
  viewport.pan(-100);
  const { start } = viewport.scale;
  viewport.update(NOON + 60_000, NOON);
  assert.equal(viewport.scale.start, start);
  assert.equal(viewport.isFollowing, false);
});

test("A zoomed window follows without changing its length", () => {
  const viewport = new Viewport();
  viewport.resize(1000);
  viewport.update(NOON, NOON);
  viewport.zoom(3, 100, NOON);
  viewport.update(NOON + 600_000, NOON);
  assert.equal(viewport.scale.span, 10_000);
  assert.equal(Math.round(viewport.scale.x(NOON + 600_000)), 840);
});

test("Lanes are in the order of their start, whatever the order of events", () => {
  const lanes = new Lanes();
  [5, 1, 9, 3, 3.5].forEach((start) => lanes.setTask(task(`${start}`, NOON + start)));
  lanes.addExchange(exchange(1, NOON + 2, { task_id: "early" }));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["1", "early", "3", "3.5", "5", "9"]);
  lanes.setTask(task("early", NOON));
  assert.equal(lanes.all[0].id, "early");
  assert.equal(lanes.all.length, 6);
});

test("Lanes with the same start move by themselves", () => {
  const lanes = new Lanes();
  ["a", "b", "c"].forEach((id) => lanes.addExchange(exchange(1, NOON, { task_id: id })));
  lanes.setTask(task("b", NOON - 1));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["b", "a", "c"]);
});

test("An exchange or attempt that arrives twice is one mark", () => {
  const lanes = new Lanes();
  const attempt = { number: 1, at: iso(NOON), result: "refused", status: 500 };
  lanes.setTask(task("a", NOON));
  [1, 2, 1, 2].forEach((number) => lanes.addExchange(exchange(number, NOON + number)));
  lanes.addAttempt({ task_id: "a", ...attempt });
  lanes.setCallback({ id: "a", attempts: [attempt] });
  assert.equal(lanes.byId.get("a").size, 3);
  assert.equal(summary(lanes.byId.get("a")), "2 polls, 1 callback attempt (1 refused)");
});

test("Callbacks that were not delivered are counted until they are", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON));
  const attempt = (number, result, state) => lanes.addAttempt({ task_id: "a", number, at: iso(NOON + number), result, state });
  attempt(1, "refused", "waiting");
  assert.equal(lanes.undelivered, 1);
  assert.match(searchText(lanes.byId.get("a")), /undelivered/);
  attempt(2, "refused", "given_up");
  lanes.setCallback({ id: "a", state: "sending", attempts: [{ number: 2, at: iso(NOON + 2), result: "under_way" }] });
  assert.equal(lanes.undelivered, 1);
  const lane = lanes.byId.get("a");
  assert.equal(summary(lane), "2 callback attempts (2 refused), given up after attempt 2");
  assert.match(searchText(lane), /given up/);
  const scale = new TimeScale(NOON - 100, 1000, 90_000);
  assert.deepEqual(clusters(lane, scale).map(({ isGivenUp }) => isGivenUp), [false, true]);
  attempt(3, "delivered", "delivered");
  assert.equal(lanes.undelivered, 0);
  assert.doesNotMatch(searchText(lane), /undelivered|given up/);
});

test("An older answer does not undo a newer event", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON, { status: "completed" }));
  lanes.setTask(task("a", NOON, { status: "processing" }));
  assert.equal(lanes.byId.get("a").task.status, "completed");
  lanes.addAttempt({ task_id: "a", number: 1, at: iso(NOON), result: "delivered" });
  lanes.setCallback({ id: "a", attempts: [{ number: 1, at: iso(NOON), result: "under_way" }] });
  assert.equal(lanes.byId.get("a").marks[0].attempt.result, "delivered");
});

test("Lanes and marks are bounded", () => {
  const lanes = new Lanes();
  for (let number = 0; number < 2000; number++) {
    lanes.addExchange(exchange(number, NOON + number));
  }
  assert.equal(lanes.byId.get("a").size, 500);
  assert.equal(lanes.byId.get("a").marks[0].exchange.number, 1500);
  for (let index = 0; index < 20_100; index++) {
    lanes.setTask(task(`task-${index}`, NOON + 5000 + index));
  }
  assert.equal(lanes.all.length, 20_000);
  assert.equal(lanes.byId.size, 20_000);
  assert.equal(lanes.marks, 0);
});

test("20,000 tasks and 40,000 exchanges are fast", () => {
  const lanes = new Lanes();
  const start = cpu();
  for (let index = 0; index < 20_000; index++) {
    lanes.setTask(task(`${index}`, NOON + index));
    lanes.addExchange(exchange(index, NOON + index, { task_id: `${index}` }));
    lanes.addExchange(exchange(20_000 + index, NOON + index, { task_id: `${index % 100}` }));
    assert.equal(lanes.all.at(-1).id, `${index}`);
  }
  assert.ok(cpu() - start < 3000, `${cpu() - start} ms`);
});

test("A bar has the past, the plan and the end", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON, { status: "processing" }));
  const { parts, end } = taskBar(lanes.byId.get("a"), NOON + 2000);
  assert.deepEqual(parts.map(({ status, from, to, isPlanned }) => [status, from - NOON, to - NOON, isPlanned]), [
    ["pending", 0, 1000, false],
    ["processing", 1000, 2000, false],
    ["processing", 2000, 4000, true],
  ]);
  assert.deepEqual(end, { at: NOON + 4000, status: "completed", isPlanned: true });
});

test("A held task has no plan", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON, { status: "processing", held: true }));
  const { parts, end } = taskBar(lanes.byId.get("a"), NOON + 60_000);
  assert.deepEqual(parts.map(({ status, to, isHeld }) => [status, to - NOON, isHeld]), [["pending", 1000, false], ["processing", 60_000, true]]);
  assert.equal(end, undefined);
});

test("Marks at the same place are one cluster of their kind", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON));
  [1, 2, 3].forEach((number) => lanes.addExchange(exchange(number, NOON + number, { status: number === 2 ? 503 : 200, fault: number === 2 ? "storm" : null })));
  lanes.addExchange(exchange(4, NOON + 3, { operation: "file" }));
  lanes.addExchange(exchange(5, NOON + 20_000));
  const found = clusters(lanes.byId.get("a"), new TimeScale(NOON, 30_000, 900));
  assert.deepEqual(found.map(({ kind, marks, hasFault, isBad }) => [kind, marks.length, Boolean(hasFault), Boolean(isBad)]), [
    ["poll", 3, true, true],
    ["download", 1, false, false],
    ["poll", 1, false, false],
  ]);
  assert.ok(found[1].x - found[0].x >= 12);
});

test("Marks out of view are in no cluster", () => {
  const lanes = new Lanes();
  lanes.setTask(task("a", NOON));
  for (let number = 0; number < 400; number++) {
    lanes.addExchange(exchange(number, NOON + number * 1000));
  }
  const found = clusters(lanes.byId.get("a"), new TimeScale(NOON + 100_000, 10_000, 900));
  assert.deepEqual(found.map(({ marks }) => marks[0].exchange.number), [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110]);
});

test("Tasks of a frozen clock are in the order of their create requests", () => {
  const lanes = new Lanes();
  ["c", "a", "b"].forEach((id) => lanes.setTask(task(id, NOON)));
  ["a", "b", "c"].forEach((id, number) => lanes.addExchange(exchange(number, NOON, { task_id: id, operation: "create" })));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["a", "b", "c"]);
});

test("Tasks whose requests are unknown come before those of the same time", () => {
  const lanes = new Lanes();
  lanes.setTask(task("event", NOON));
  ["old", "known"].forEach((id) => lanes.listTask(task(id, NOON)));
  lanes.addExchange(exchange(7, NOON, { task_id: "known", operation: "create" }));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["old", "known", "event"]);
  lanes.addExchange(exchange(6, NOON, { task_id: "event", operation: "create" }));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["old", "event", "known"]);
});

test("10,000 tasks of a frozen clock are put in order fast", () => {
  const lanes = new Lanes();
  const start = cpu();
  for (let index = 0; index < 10_000; index++) {
    lanes.listTask(task(`${(index * 7919) % 10_000}`, NOON));
  }
  for (let index = 0; index < 10_000; index++) {
    lanes.addExchange(exchange(index, NOON, { task_id: `${index}`, operation: "create" }));
  }
  assert.ok(lanes.all.every(({ id }, index) => id === `${index}`));
  assert.ok(cpu() - start < 3000, `${cpu() - start} ms`);
});

test("Tasks of the same millisecond are in the order of their times", () => {
  const lanes = new Lanes();
  const at = (fraction) => `2026-03-01T12:00:00.123${fraction}Z`;
  [["b", "400"], ["c", "401000"], ["a", "399000"]].forEach(([id, fraction]) => lanes.setTask(task(id, NOON, { created_at: at(fraction) })));
  assert.deepEqual(lanes.all.map(({ id }) => id), ["a", "b", "c"]);
});
