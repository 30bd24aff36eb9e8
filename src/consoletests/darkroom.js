/** The server under test, and sandboxes in it. */

import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { startServer } from "../contracts/server.js";

/** Starts the packaged server. DARKROOM_URL names one that runs, for work on the console. */
export async function startDarkroom() {
  const server = process.env.DARKROOM_URL ? { url: process.env.DARKROOM_URL, stop: async () => {} } : await startServer();
  return { ...server, sandbox: (options) => Sandbox.create(server.url, options) };
}

/** A sandbox of a new key. Its clock is frozen, unless a test resumes it. */
class Sandbox {
  constructor(url, key) {
    this.url = url;
    this.key = key;
  }

  static async create(url, { prefix = "sk-console-", key = `${prefix}${randomUUID()}`, frozen = true } = {}) {
    const sandbox = new Sandbox(url, key);
    const { handle, key: masked } = await sandbox.control("GET", "sandbox");
    sandbox.handle = handle;
    sandbox.masked = masked;
    if (frozen) {
      await sandbox.control("POST", "clock", { freeze: true });
    }
    await sandbox.control("PUT", "sandbox", { rate_limit: null, pending: "1s", processing: "3s" });
    return sandbox;
  }

  /** The address of a view of the sandbox in the console. */
  page(view = "timeline") {
    return `${this.url}/_darkroom/console/#/sandboxes/${this.handle}/${view}`;
  }

  /** Sends a request to the control API. */
  control(method, path, body) {
    return this.send(method, `/_darkroom/${path}`, body);
  }

  /** Creates a task of AI Video API, and returns its id. */
  async create(prompt = "A lighthouse", { callback } = {}) {
    const body = { model: "gpt-image-2", input: { prompt, aspect_ratio: "1:1", resolution: "1k" }, ...(callback && { callback_url: callback }) };
    const { data } = await this.send("POST", "/aivideoapi/v1/images/generations", body);
    return data.taskId;
  }

  /** Creates many tasks, some at a time. Node's own client is several times as fast as fetch. */
  async createMany(count, prompt) {
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    let next = 0;
    const run = async () => {
      while (next < count) {
        await this.createFast(agent, prompt(next++));
      }
    };
    await Promise.all(Array.from({ length: 16 }, run));
    agent.destroy();
  }

  createFast(agent, prompt) {
    const body = JSON.stringify({ model: "gpt-image-2", input: { prompt } });
    const headers = { Authorization: `Bearer ${this.key}`, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
    return new Promise((resolve, reject) => {
      const address = new URL("/aivideoapi/v1/images/generations", this.url);
      const sent = request(address, { method: "POST", agent, headers }, (response) => {
        response.resume();
        response.on("end", () => (response.statusCode === 200 ? resolve() : reject(new Error(`create: ${response.statusCode}`))));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }

  poll(id) {
    return this.send("GET", `/aivideoapi/v1/tasks/${id}`);
  }

  /** Sends a request with the sandbox's key, whatever the status of the response. */
  async send(method, path, body, { allowErrors = false } = {}) {
    const response = await fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${this.key}`, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok && !allowErrors) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return text.startsWith("{") ? JSON.parse(text) : text;
  }
}
