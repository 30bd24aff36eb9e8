/** The conditions that an exchange offers, apart from those about its bodies. */

/** What the parts of an exchange are called, and their conditions with their texts. */
export function partsOf(exchange) {
  const { operation, request, answer, fault, task_id: taskId, public_id: publicId } = exchange;
  const is = (field, value) => ({ field, mode: "is", value });
  return {
    request: [
      operation && ["Operation", [[operation, is("operation", operation)]]],
      ["Method", [[request.method, is("method", request.method)]]],
      ["Path", pathsOf(request.path, [publicId, taskId]).map((path) => [path, is("path", path)])],
      taskId && ["Task", [[publicId ?? taskId, is("task_id", publicId ?? taskId)]]],
    ].filter(Boolean),
    answer: [
      ["Status", statusesOf(answer.status).map(([text, value]) => [text, is("status", value)])],
      ["Fault", [fault === null ? ["no fault", { field: "fault", mode: "none", value: "" }] : [fault, is("fault", fault)]]],
    ],
  };
}

/** The path as it is, without its query, and with * in place of the task's id. */
function pathsOf(path, ids) {
  const withoutQuery = path.split("?", 1)[0];
  const id = ids.find((candidate) => candidate && path.includes(candidate));
  const general = id ? withoutQuery.replaceAll(id, "*") : withoutQuery;
  const isGeneralKnown = id && !withoutQuery.includes(id) ? [path.replaceAll(id, "*")] : [];
  return [...new Set([path, withoutQuery, general, ...isGeneralKnown])];
}

function statusesOf(status) {
  return status === 0 ? [["no response", "0"]] : [[String(status), String(status)], [`${Math.floor(status / 100)}xx`, `${Math.floor(status / 100)}xx`]];
}
