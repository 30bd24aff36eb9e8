/** Tests of the console in a browser. Each test gets a page of its own; the tests of a file share a server. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test as nodeTest } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "./browser/chromium.js";
import { startDarkroom } from "./darkroom.js";

const SCREENSHOTS = fileURLToPath(new URL("../../target/console/", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let darkroom;
let browser;

before(async () => {
  const executablePath = findChromium();
  assert.ok(executablePath, "There is no Chromium. Run: npm --prefix src/consoletests run browser");
  mkdirSync(SCREENSHOTS, { recursive: true });
  darkroom = await startDarkroom();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});

after(async () => {
  await browser?.close();
  await darkroom?.stop();
});

/**
 * Adds a test. It gets the `page`, the `darkroom` with its `url` and `sandbox()`, and `open(address)`, which opens the
 * page of the console at an address. A message of the browser about an error makes it fail, unless `errors` matches it.
 *
 * @param options of the browser's context, `errors`, a regular expression, and `timeout` in milliseconds
 */
export function test(name, body, { errors, timeout = 120_000, ...options } = {}) {
  nodeTest(name, { timeout }, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const unexpected = [];
    const note = (text) => errors?.test(text) || unexpected.push(text);
    page.on("pageerror", (error) => note(error.stack || error.message));
    page.on("console", (message) => message.type() === "error" && note(message.text()));
    try {
      await body({ page, darkroom, context, open: (address) => page.goto(address) });
      assert.deepEqual(unexpected, [], "the browser reported errors");
    } catch (error) {
      await page.screenshot({ path: `${SCREENSHOTS}failed-${fileName(name)}.png` }).catch(() => {});
      error.message += `\nErrors in the browser: ${unexpected.join("\n") || "none"}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** Keeps a screenshot in target/console. */
export async function screenshot(page, name) {
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** Fails if axe finds something serious or critical. */
export async function assertAccessible(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => ({ id, help, elements: nodes.slice(0, 5).map((node) => `${node.html} ${node.any.map((check) => check.message).join("; ")}`) }));
  assert.deepEqual(serious, []);
}

function fileName(name) {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
