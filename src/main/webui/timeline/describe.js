/** Texts about lanes and marks, for tooltips and screen readers. */

import { count, duration, line, shortId, time } from "../ui/format.js";

const KINDS = { create: "Create", poll: "Poll", download: "Download", request: "Request" };
const MAX_LINES = 8;

/** The name of the lane of requests that belong to no task. */
export const OTHERS = "Refused and other requests";

/** The word of a filter for the lanes with a callback that was not delivered. */
export const UNDELIVERED = "undelivered";

/** A lane's title: the prompt on one line, or the id of a task that the server no longer has. */
export function title(lane) {
  return lane.cached("title", ({ id, task }) => (task ? line(task.prompt) || "(empty prompt)" : `Task ${shortId(id)}, no longer kept`));
}

/** How often each kind of thing happened: "2 polls, 3 callback attempts (2 refused, 1 delivered), fault storm-429". */
export function summary(lane) {
  return lane.cached("summary", summarize);
}

function summarize(lane) {
  const of = (kind) => lane.marks.filter((mark) => mark.kind === kind);
  const attempts = of("attempt");
  const parts = [
    [of("create").length > 1 || !lane.task ? of("create").length : 0, "create request"],
    [of("poll").length, "poll"],
    [of("download").length, "download"],
    [of("request").length, "other request"],
  ].filter(([number]) => number > 0).map(([number, noun]) => count(number, noun));
  if (attempts.length > 0) {
    parts.push(`${count(attempts.length, "callback attempt")} (${results(attempts)})`);
    parts.push(...attempts.filter((mark) => lane.isGivenUp(mark)).map(givenUp));
  }
  const names = faults(lane);
  if (names.length > 0) {
    parts.push(`${names.length === 1 ? "fault" : "faults"} ${names.map((name) => line(name, 60)).join(", ")}`);
  }
  const warnings = lane.marks.filter(({ exchange }) => exchange?.warnings?.length > 0).length;
  if (warnings > 0) {
    parts.push(count(warnings, "warning"));
  }
  return `${parts.join(", ") || "no polls"}${lane.forgotten > 0 ? ` (the newest ${count(lane.size, "request")})` : ""}`;
}

function givenUp({ attempt }) {
  return `given up after attempt ${attempt.number}`;
}

function results(attempts) {
  const counts = new Map();
  attempts.forEach(({ attempt: { result } }) => counts.set(result, (counts.get(result) ?? 0) + 1));
  return [...counts].map(([result, number]) => `${number} ${result.replace("_", " ")}`).join(", ");
}

/** The names of the rules that disturbed a task, its requests or its callbacks. */
function faults(lane) {
  return [...new Set([lane.task?.fault, ...lane.marks.map(({ fault }) => fault)].filter(Boolean))];
}

/** What a filter searches, in lower case: also whether a callback is undelivered, and statuses of responses. */
export function searchText(lane) {
  return lane.cached("search", ({ id, task, undelivered }) => {
    const fields = task ? [task.status, task.held ? "held" : "", task.public_id, task.dialect, task.model, task.prompt] : [];
    const results = lane.marks.flatMap(({ attempt, exchange }) => [attempt?.result, attempt?.status ?? exchange?.status]);
    const states = undelivered.flatMap(({ state }) => [UNDELIVERED, state === "given_up" ? "given up" : ""]);
    return [id, ...fields, ...faults(lane), ...new Set([...results, ...states].filter(Boolean))].join(" ").toLowerCase();
  });
}

/** What happened at a place: the first line is a title. `place` is one of those that painter.js returns. */
export function placeLines({ lane, marks, isEnd, reveals, isEarlier }) {
  if (reveals !== undefined) {
    return [isEarlier ? "This happened earlier." : "This happens later.", "Click to go there."];
  }
  if (isEnd) {
    return endLines(lane);
  }
  if (marks.length === 1) {
    return markLines(marks[0], lane);
  }
  const shown = marks.slice(-MAX_LINES);
  const more = marks.length - shown.length;
  return [
    `${count(marks.length, marks[0].kind === "attempt" ? "callback attempt" : `${KINDS[marks[0].kind].toLowerCase()} request`)}`,
    ...(more > 0 ? [`${more} earlier`] : []),
    ...shown.map((mark) => `${at(mark.at)} ${short(mark)}`),
    ...shown.filter((mark) => lane.isGivenUp(mark)).map((mark) => `The callback was ${givenUp(mark)}.`),
  ];
}

function endLines({ task, endsAt, isOver, start }) {
  const { status, code, message } = task.outcome;
  return [
    isOver ? `${at(endsAt)} ${task.status}` : `${at(endsAt)} will be ${status}`,
    `${duration(endsAt - start)} after it was created`,
    ...(code ? [`${code}: ${line(message ?? "")}`] : []),
    ...(task.fault ? [`Fault: ${line(task.fault)}`] : []),
  ];
}

function markLines(mark, lane) {
  const { exchange, attempt, fault } = mark;
  return [
    `${at(mark.at)} ${short(mark, false)}`,
    ...(exchange ? [line(`${exchange.method} ${exchange.path}`), `took ${duration(exchange.duration_ms)}`] : []),
    ...(attempt?.reason ? [line(attempt.reason)] : []),
    ...(lane.isGivenUp(mark) ? [`The callback was ${givenUp(mark)}.`] : []),
    ...(fault ? [`Fault: ${line(fault)}`] : []),
    ...(exchange?.warnings ?? []).map((warning) => `Warning: ${line(warning, 300)}`),
  ];
}

/** "Poll: status 200", "Callback attempt 2: refused with status 500" */
function short({ kind, exchange, attempt, fault }, withFault = true) {
  const end = fault && withFault ? `, fault ${line(fault, 40)}` : "";
  if (attempt) {
    const status = attempt.status ? ` with status ${attempt.status}` : "";
    return `Callback attempt ${attempt.number}: ${attempt.result.replace("_", " ")}${status}${end}`;
  }
  return `${KINDS[kind]}: ${exchange.status === 0 ? "no response" : `status ${exchange.status}`}${end}`;
}

/** What is known about a lane, for its tooltip. */
export function laneLines(lane) {
  if (!lane.task) {
    return [lane.id ? title(lane) : OTHERS, summary(lane)];
  }
  const { task, start, endsAt, isOver } = lane;
  return [
    line(task.prompt, 300) || "(empty prompt)",
    `Created at ${at(start)}`,
    `${task.status}${task.held ? ", held" : ""}${isOver ? ` after ${duration(endsAt - start)}` : ""}`,
    summary(lane),
  ];
}

function at(milliseconds) {
  return time(milliseconds, { withMilliseconds: true });
}
