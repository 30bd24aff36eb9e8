import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { assertAccessible, screenshot, test } from "../console.js";

const run = (program, args, options) => promisify(execFile)(program, args, { timeout: 60_000, ...options });

/** A client that sends an unknown field, and polls a finished task again. */
async function misbehave(sandbox, { allowErrors = false } = {}) {
  const { data } = await sandbox.send("POST", "/aivideoapi/v1/images/generations", {
    model: "gpt-image-2",
    input: { prompt: "A lighthouse", "<img src=x onerror=alert(1)>": "1024x1024" },
  });
  await sandbox.control("POST", `tasks/${data.taskId}/complete`);
  await sandbox.send("GET", `/aivideoapi/v1/tasks/${data.taskId}`, undefined, { allowErrors });
  await sandbox.poll(data.taskId);
}

test("The report of a sandbox without requests says that nothing is recorded", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("report"));
  await page.getByRole("heading", { name: "Nothing recorded" }).waitFor();
  await assertAccessible(page);
});

test("A sandbox that was removed has no new requests", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await misbehave(sandbox);
  await open(sandbox.page("report"));
  await page.getByRole("heading", { name: "3 findings in 3 requests" }).waitFor();
  await sandbox.control("DELETE", "sandbox");
  await sandbox.control("GET", "sandbox");
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "Nothing recorded" }).waitFor();
  await page.getByText("There are new requests since this report.").waitFor({ state: "detached" });
});

test("Findings say what the client did, and lead to its requests", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await misbehave(sandbox);
  await open(sandbox.page());
  await page.getByRole("link", { name: "Report" }).click();
  await page.getByRole("heading", { name: "3 findings in 3 requests" }).waitFor();
  const polled = page.getByRole("region", { name: "Polled a finished task" });
  await polled.getByText("was polled again once").waitFor();
  await polled.getByText("Stop polling a task when it has completed").waitFor();
  await polled.getByText("https://aivideoapi.ai/docs/image-generation/gpt-image-2, Query Task").waitFor();
  await page.getByRole("region", { name: "Sent fields" }).getByText("<img src=x onerror=alert(1)>").waitFor();
  await page.getByRole("region", { name: "Not tried" }).getByText("No response was lost").waitFor();
  await assertAccessible(page);
  await screenshot(page, "report");
  const { exchanges } = await sandbox.control("GET", "journal?operation=poll");
  const last = exchanges.at(-1).number;
  await polled.getByRole("link", { name: `Request ${last}`, exact: true }).click();
  await page.getByRole("article", { name: `Exchange ${last}` }).waitFor();
});

test("The report begins with what happened, and with the worst kind of finding", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.control("POST", "faults", { rules: [{ name: "broken", when: { operation: "poll", times: 1 }, then: { gateway: true } }] });
  await misbehave(sandbox, { allowErrors: true });
  await open(sandbox.page("report"));
  const summary = page.getByRole("region", { name: "What happened" });
  await summary.getByRole("link", { name: "completed: 1" }).waitFor();
  await summary.getByRole("link", { name: "broken: 1" }).waitFor();
  await summary.getByRole("link", { name: "2xx: 2" }).waitFor();
  const kinds = page.getByRole("table");
  assert.deepEqual(await kinds.getByRole("link").allTextContents(), ["Never fetched an image", "Sent fields that the API does not have"]);
  await kinds.getByRole("link", { name: "Sent fields" }).click();
  await page.waitForFunction(() => document.activeElement.textContent === "Sent fields that the API does not have");
  await assertAccessible(page);
  await screenshot(page, "report-summary");
  await summary.getByRole("link", { name: "broken: 1" }).click();
  await page.getByText("1 of 3 requests").waitFor();
  assert.equal(await page.getByLabel("Fault").inputValue(), "fault:broken");
  await page.goBack();
  await page.getByRole("region", { name: "Never fetched" }).getByRole("link", { name: /[-0-9a-f]{36}/ }).click();
  await page.getByRole("region", { name: "Task", exact: true }).waitFor();
});

test("A report names the callbacks that were never delivered", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create("A lighthouse [[callback: drop]]", { callback: "http://localhost:9/hook" });
  await sandbox.control("POST", `tasks/${id}/complete`);
  await sandbox.control("POST", "clock", { advance: "24h" });
  await open(sandbox.page("report"));
  const summary = page.getByRole("region", { name: "What happened" });
  await summary.getByText("given up: 1").waitFor();
  await summary.getByRole("link", { name: "Callback 1" }).click();
  await page.getByRole("region", { name: "Task", exact: true }).waitFor();
});

test("A report says when there are new requests, and can be refreshed", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create();
  await open(sandbox.page("report"));
  await page.getByRole("heading", { name: "No findings in 1 request" }).waitFor();
  await sandbox.control("POST", `tasks/${id}/complete`);
  await sandbox.poll(id);
  await sandbox.poll(id);
  await page.getByText("There are new requests since this report.").waitFor();
  await page.getByRole("heading", { name: "No findings in 1 request" }).waitFor();
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByRole("heading", { name: "2 findings in 3 requests" }).waitFor();
  await page.getByText("There are new requests since this report.").waitFor({ state: "detached" });
});

test("The commands for CI work as they are shown", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await misbehave(sandbox);
  await open(sandbox.page("report"));
  const options = { env: { ...process.env, DARKROOM_KEY: sandbox.key } };
  const log = await page.getByLabel("curl command that fails on findings", { exact: true }).textContent();
  const failure = await run("bash", ["-c", log], options).then(() => assert.fail("the command must fail"), (error) => error);
  assert.equal(failure.code, 22);
  assert.match(failure.stdout, /^findings: 3 findings in 3 exchanges/);
  const junit = await page.getByLabel("curl command for JUnit's format", { exact: true }).textContent();
  const folder = await mkdtemp(join(tmpdir(), "darkroom-console-"));
  try {
    await run("bash", ["-c", junit], { ...options, cwd: folder });
    assert.match(await readFile(join(folder, "client-report.xml"), "utf8"), /<testsuite name="darkroom"/);
  } finally {
    await rm(folder, { recursive: true });
  }
  assert.ok(!junit.includes(sandbox.key));
});

test("The report fits a phone", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await misbehave(sandbox);
  await open(sandbox.page("report"));
  await page.getByRole("heading", { name: "3 findings in 3 requests" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
  await screenshot(page, "report-phone");
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
