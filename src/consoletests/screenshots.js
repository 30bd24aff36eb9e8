/** Makes the pictures of the README. Run it with: npm --prefix src/consoletests run screenshots */

import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "./browser/chromium.js";
import { startDarkroom } from "./darkroom.js";

const FOLDER = fileURLToPath(new URL("../../.github/images/", import.meta.url));
/** The clock of a sandbox cannot go back. */
const START = "2027-03-01T09:00:00Z";

/** The prompts, and whether the task has a callback. */
const TASKS = [
  ["A lighthouse in a storm at dusk", true],
  ["A quiet forest lake, morning mist", false],
  ["Neon street after rain [[fail: upstream_error]]", true],
  ["A cat on a piano", false],
  ["Paper boats on a river [[stall]]", false],
  ["An astronaut who plants tulips", true],
  ["A library in a whale [[callback: drop]]", true],
  ["A tram that climbs into the clouds", true],
  ["A greenhouse on the moon", false],
];

const darkroom = await startDarkroom();
const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
try {
  mkdirSync(FOLDER, { recursive: true });
  const sandbox = await darkroom.sandbox({ key: "sk-team-a-checkout-tests-4f2e9d" });
  const [first] = await tell(sandbox);
  const page = await browser.newPage({ viewport: { width: 1360, height: 960 }, colorScheme: "dark" });
  await page.goto(sandbox.page("timeline"));
  await page.getByText(TASKS[0][0]).first().click();
  await page.getByRole("img", { name: TASKS[0][0] }).waitFor();
  await page.mouse.move(0, 0);
  await settled(page);
  await page.screenshot({ path: `${FOLDER}console-timeline.png` });

  const { exchanges } = await sandbox.control("GET", "journal?operation=create&limit=1");
  const light = await browser.newPage({ viewport: { width: 1360, height: 860 }, colorScheme: "light" });
  await light.goto(`${sandbox.page("requests")}?exchange=${exchanges[0].number}`);
  await light.getByRole("heading", { name: "Response" }).waitFor();
  await settled(light);
  await light.screenshot({ path: `${FOLDER}console-request.png` });

  const image = await fetch(`${darkroom.url}/_darkroom/tasks/${first}/images/0`, { headers: { "Darkroom-Sandbox": sandbox.handle } });
  await writeFile(`${FOLDER}image.png`, Buffer.from(await image.arrayBuffer()));
} finally {
  await browser.close();
  await darkroom.stop();
}

/** Lets a client create, poll and download, with a receiver of callbacks that fails twice. */
async function tell(sandbox) {
  const receiver = `${darkroom.url}/_darkroom/inbox/checkout`;
  await sandbox.control("DELETE", "sandbox");
  await sandbox.control("POST", "clock", { freeze: true });
  await sandbox.control("POST", "clock", { set: START });
  await sandbox.control("PUT", "sandbox", { rate_limit: null, seed: 22, pending: "1s", processing: "4s" });
  await sandbox.control("PUT", "inbox/checkout", { statuses: [500, 200] });
  const ids = [];
  for (const [prompt, hasCallback] of TASKS) {
    const id = await sandbox.create(prompt, { callback: hasCallback ? receiver : undefined });
    ids.push(id);
    await sandbox.control("POST", "clock", { advance: "1500ms" });
    await sandbox.poll(id);
    await sandbox.control("POST", "clock", { advance: "1s" });
    await sandbox.poll(id);
  }
  const body = { model: "gpt-image-2", input: { prompt: "A lighthouse", size: "1024x1024" } };
  await sandbox.send("POST", "/aivideoapi/v1/images/generations", { model: "gpt-image-3" }, { allowErrors: true });
  await sandbox.send("POST", "/aivideoapi/v1/images/generations", body);
  return ids;
}

/** Waits until the page shows no change for a while. */
async function settled(page) {
  let before;
  for (let now = await page.screenshot(); !before?.equals(now); now = await page.screenshot()) {
    before = now;
    await page.waitForTimeout(500);
  }
}
