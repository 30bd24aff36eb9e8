import { after } from "node:test";
import { startServer } from "../../contracts/server.js";

const server = await startServer();
after(() => server.stop());

/** The settings of a client of OpenAI, and the control API of its sandbox. */
export function openAi() {
  return sandbox("openai", "/openai/v1", `sk-proj-${crypto.randomUUID()}`);
}

/** The same for Azure. */
export function azure() {
  return sandbox("azure", "/azure", crypto.randomUUID().replaceAll("-", ""));
}

/** A sandbox whose clock is frozen, and whose tasks end at once. */
async function sandbox(dialect, path, apiKey) {
  const control = async (method, path, body) => {
    const response = await fetch(`${server.url}/_darkroom${path}`, {
      method,
      headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
  };
  const change = (settings) => control("PUT", "/sandbox", settings);
  await control("POST", "/clock", { freeze: true });
  await change({ progression: "instant" });
  return {
    url: server.url + path,
    apiKey,
    change,
    advance: (duration) => control("POST", "/clock", { advance: duration }),
    /** The next requests that create something get this error. */
    failNext: (times, error) =>
      control("POST", "/faults", { rules: [{ when: { operation: "create", dialect, times }, then: { error } }] }),
    /** The requests of the client, oldest first. */
    requests: async () => (await control("GET", "/journal")).exchanges.map(({ request }) => request),
    inbox: async (name) => (await control("GET", `/inbox/${name}?wait=10s&count=1`)).requests,
    inboxUrl: (name) => `${server.url}/_darkroom/inbox/${name}`,
  };
}
