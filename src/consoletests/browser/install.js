/** Installs Chromium from Debian's packages, unless a browser is installed. */

import { spawnSync } from "node:child_process";
import { findChromium } from "./chromium.js";

if (!findChromium()) {
  run("apt-get", "update");
  run("apt-get", "install", "--yes", "--no-install-recommends", "chromium-headless-shell");
}

function run(...command) {
  const isRoot = process.getuid?.() === 0;
  const [program, ...rest] = isRoot ? command : ["sudo", ...command];
  const { status } = spawnSync(program, rest, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) {
    console.error("Chromium cannot be installed. Install it yourself, and set CHROMIUM to its path if it is not on the PATH.");
    process.exit(1);
  }
}
