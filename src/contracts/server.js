import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FOLDER } from "./run.js";

const TARGET = fileURLToPath(new URL("../../target/", FOLDER));

/** Starts the packaged server, which stops at the latest when this process ends. */
export async function startServer() {
  const { path, type } = await artifact();
  const folder = await mkdtemp(join(tmpdir(), "darkroom-contracts-"));
  const settings = [`-Ddarkroom.tls.directory=${folder}`];
  const options = ["--port", "0", "--tls-port", "0", "--port-file", join(folder, "ports"), "--parent", "stdin"];
  const [program, ...java] = type.startsWith("native") ? [path] : ["java", "-XX:TieredStopAtLevel=1", "-jar", path];
  const server = spawn(program, [...java, ...settings, ...options], { stdio: ["pipe", "pipe", "pipe"] });
  let log = "";
  server.stdout.on("data", (text) => (log += text));
  server.stderr.on("data", (text) => (log += text));
  const ended = new Promise((resolve, reject) => server.once("error", reject).once("close", resolve));
  const cleaned = ended.finally(() => rm(folder, { recursive: true }));
  const failed = cleaned.then(() => Promise.reject(new Error(`The server has not started:\n${log}`)));
  failed.catch(() => {});
  const port = await Promise.race([portOf(folder), failed]);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      server.stdin.end();
      await cleaned;
    },
  };
}

/** What was packaged last: a jar or a native executable. */
async function artifact() {
  const file = join(TARGET, "quarkus-artifact.properties");
  if (!existsSync(file)) {
    throw new Error("There is no packaged server. Run ./mvnw verify (or ./mvnw package) before these tests.");
  }
  const text = await readFile(file, "utf8");
  const { path, type } = Object.fromEntries([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  return { path: join(TARGET, path), type };
}

/** The port in the port file, which appears once the server listens. */
async function portOf(folder) {
  for await (const { filename } of watch(folder, { persistent: false })) {
    const text = filename === "ports" ? await readFile(join(folder, filename), "utf8").catch(() => "") : "";
    const [, port] = /^http=(\d+)$/m.exec(text) ?? [];
    if (port !== undefined) {
      return port;
    }
  }
}

/** A sandbox of its own, whose clock is frozen, and whose tasks end at once if their API has no polls. */
export async function createSandbox(server, prefix, progression) {
  const key = `${prefix}${crypto.randomUUID()}`;
  const control = (method, path, body) => send(`${server.url}/_darkroom/${path}`, method, key, body);
  await control("POST", "clock", { freeze: true });
  await control("PUT", "sandbox", { progression, rate_limit: null });
  return { key, advance: (duration) => control("POST", "clock", { advance: duration }) };
}

async function send(url, method, key, body) {
  const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  }
}
