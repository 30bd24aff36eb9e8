/** The curl command that repeats a request of the journal. */

import { quote, withVariable } from "../ui/shell-quote.js";
import { bodyNote } from "./body-note.js";
import { write } from "./exact-json.js";
import { MASKED } from "./masked.js";

const HEADER_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Headers that curl sets by itself, or that describe the connection of the first request. */
const LEFT_OUT = new Set([
  "accept-encoding",
  "connection",
  "content-encoding",
  "content-length",
  "date",
  "expect",
  "host",
  "keep-alive",
  "traceparent",
  "transfer-encoding",
  "user-agent",
]);
const LEFT_OUT_PREFIXES = ["x-forwarded-", "x-stainless-", "darkroom-", "sec-fetch-", "sec-ch-"];

/** Darkroom takes a request with this header for one of OpenAI's libraries. */
const LIBRARY_HEADER = "x-stainless-lang";

/**
 * @param exchange as GET /journal has it, with headers and bodies
 * @param origin of this server, such as "http://localhost:8080"
 * @param vendorHosts the names of the vendors' hosts, such as "api.getimg.ai" or "*.openai.azure.com"
 * @return the `command`, and `notes` on what differs from the request
 */
export function curl({ request }, { origin, vendorHosts = [] }) {
  const notes = [];
  const hasBody = request.body_bytes > 0;
  const lines = [
    `curl${flags(request.path)} ${method(request.method, hasBody)}${quote(origin + target(request.path))}`,
    ...hostLine(request.headers, vendorHosts),
    ...headerLines(request.headers, hasBody, notes),
    ...bodyLine(request, notes),
  ];
  return { command: lines.join(" \\\n  "), notes };
}

/** A proxy's client sends the whole URL. */
function target(path) {
  const local = path.replace(/^https?:\/\/[^/]*/i, "");
  return local.startsWith("/") ? local : `/${local}`;
}

/** curl would read brackets as a pattern, and shorten a path with dots. */
function flags(path) {
  return `${/[[\]{}]/.test(path) ? " --globoff" : ""}${/\/\.{1,2}(\/|\?|$)/.test(path) ? " --path-as-is" : ""}`;
}

function method(name, hasBody) {
  const byItself = hasBody ? "POST" : "GET";
  if (name === byItself) {
    return "";
  }
  return name === "HEAD" ? "--head " : `--request ${quote(name)} `;
}

/** The server tells the vendor from the host, so the host of a vendor matters. */
function hostLine(headers, vendorHosts) {
  const host = value(headers, "host") ?? "";
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const isVendor = vendorHosts.some((pattern) =>
    pattern.startsWith("*.") ? name.endsWith(pattern.slice(1)) : name === pattern,
  );
  return isVendor ? [header("Host", host)] : [];
}

function headerLines(headers, hasBody, notes) {
  const lines = [];
  const masked = [];
  for (const [name, text] of Object.entries(headers)) {
    const lowerCase = name.toLowerCase();
    if (lowerCase === "authorization") {
      lines.push(`--header ${withVariable("Authorization: Bearer ", "DARKROOM_KEY")}`);
    } else if (lowerCase === "api-key") {
      lines.push(`--header ${withVariable("api-key: ", "DARKROOM_KEY")}`);
    } else if (isLeftOut(lowerCase) || (lowerCase === "accept" && text === "*/*")) {
      continue;
    } else if (text === MASKED || !HEADER_NAME.test(name)) {
      masked.push(name);
    } else {
      lines.push(header(name, text));
    }
  }
  if (hasBody && value(headers, "content-type") === undefined) {
    lines.push("--header Content-Type:");
  }
  if (masked.length > 0) {
    notes.push(`The journal hides the values of some headers, so the command leaves them out: ${masked.join(", ")}.`);
  }
  return lines;
}

function isLeftOut(name) {
  return name !== LIBRARY_HEADER && (LEFT_OUT.has(name) || LEFT_OUT_PREFIXES.some((prefix) => name.startsWith(prefix)));
}

/** curl wants a semicolon after the name of a header without a value. */
function header(name, text) {
  return `--header ${quote(text === "" ? `${name};` : `${name}: ${text}`)}`;
}

function bodyLine(request, notes) {
  if (request.body_bytes === 0) {
    return [];
  }
  const missing = bodyNote(request) ?? unsendable(request);
  if (missing) {
    notes.push(`${missing} The command sends only what the journal has.`);
  }
  const text = typeof request.body === "string" ? request.body : request.body && write(request.body);
  return text ? [`--data-raw ${quote(text.replaceAll("\0", ""))}`] : [];
}

function unsendable({ body }) {
  return typeof body === "string" && /[\0\ufffd]/.test(body) ? "The body is not only text." : undefined;
}

function value(headers, name) {
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}
