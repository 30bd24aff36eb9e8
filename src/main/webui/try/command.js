/** The curl command of a request. */

import { quote, withVariable } from "../ui/shell-quote.js";

const VARIABLE = "DARKROOM_KEY";

/**
 * The key is in a variable of its own line: the same one that commands elsewhere in the console use. So the user sees
 * it once, can replace it once, and can leave the line out.
 *
 * @param request from requestOf()
 * @param withKey whether the first line sets the variable
 */
export function commandOf(request, key, { withKey = true } = {}) {
  const { method, url, credential, headers, text, parts } = request;
  const hasBody = text !== undefined || parts !== undefined;
  const isDefault = method === (hasBody ? "POST" : "GET");
  const lines = [
    `curl${isStream(text) ? " --no-buffer" : ""}${isDefault ? "" : ` --request ${method}`} ${quote(url)}`,
    ...(credential ? [`--header ${withVariable(`${credential[0]}: ${credential[1]}`, VARIABLE)}`] : []),
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(text !== undefined ? [`--data-raw ${quote(text)}`] : []),
    ...(parts ?? []).map(([name, value]) => part(name, value)),
  ];
  const command = lines.join(" \\\n  ");
  return credential && withKey ? `export ${VARIABLE}=${quote(key)}\n${command}` : command;
}

/** curl reads a file from the folder in which it runs, and a text as it is. */
function part(name, value) {
  return value instanceof Blob
    ? `--form ${quote(`${name}=@"${value.name.replace(/["\\]/g, "\\$&")}"${value.type ? `;type=${value.type}` : ""}`)}`
    : `--form-string ${quote(`${name}=${value}`)}`;
}

function isStream(text) {
  return text !== undefined && /"stream"\s*:\s*true/.test(text);
}
