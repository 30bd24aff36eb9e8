/** A verification as a test of Node.js. It needs no library. */

export const name = "JavaScript";

export const note = "Save it as client-requests.test.mjs, and run it with node --test.";

/** @param request `address`, `json` (the body as indented text) and `hasToken` */
export function code({ address, json, hasToken }) {
  return `import assert from "node:assert/strict";
import { test } from "node:test";

test("The client sends the expected requests", async () => {
  const verification = ${verification(json)};
  const response = await fetch(${JSON.stringify(address)}, {
    method: "POST",
    headers: { Authorization: \`Bearer \${process.env.DARKROOM_KEY}\`${hasToken ? TOKEN : ""} },
    body: verification,
  });
  assert.equal(response.status, 200, await response.text());
});
`;
}

const TOKEN = ', "X-Darkroom-Token": process.env.DARKROOM_TOKEN';

/** JavaScript would round long numbers, and read the name __proto__ in its own way, so those stay in a text. */
function verification(json) {
  const isKept = JSON.stringify(JSON.parse(json)) === json.replace(LAYOUT, (token) => (token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : ""));
  const value = json.replace(/\n/g, "\n  ");
  return isKept && !json.includes('"__proto__":') ? `JSON.stringify(${value})` : `${JSON.stringify(json)}`;
}

/** Strings, and the spaces between tokens. */
const LAYOUT = /"(?:[^"\\]|\\.)*"|\s+/g;
