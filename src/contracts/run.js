import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const FOLDER = new URL("./", import.meta.url);
export const VENDORS = ["aigenerate", "aivideoapi", "azure", "getimg", "openai", "reapi"];

/** The OpenAPI document of a vendor, or of the control API. */
export function contract(name) {
  return fileURLToPath(new URL(`../main/resources/contract/${name}.yaml`, FOLDER));
}

/** Runs a command of the installed packages, and returns its exit code and its output. */
export function run(command, ...args) {
  const script = fileURLToPath(new URL(`node_modules/.bin/${command}`, FOLDER));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: FOLDER,
    encoding: "utf8",
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  });
  return { status, output: stdout + stderr };
}
