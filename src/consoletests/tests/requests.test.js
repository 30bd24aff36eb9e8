import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { assertAccessible, screenshot, test } from "../console.js";

const CREATE = "/aivideoapi/v1/images/generations";
const INPUT = { prompt: "A lighthouse", aspect_ratio: "1:1", resolution: "1k" };

const rows = (page) => page.getByRole("table").getByRole("row").filter({ has: page.getByRole("cell") });

/** Waits until the list has rows that begin with these texts, in this order. */
async function expectRows(page, ...texts) {
  await page.waitForFunction((wanted) => {
    const found = [...document.querySelectorAll(".request-link")].map((link) => link.textContent.replace(/\s+/g, " ").trim());
    return found.length === wanted.length && wanted.every((text, index) => found[index].includes(text));
  }, texts);
}

test("The list shows each request while it happens", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("requests"));
  await page.getByText("No client has sent a request yet.").waitFor();
  const id = await sandbox.create();
  await expectRows(page, `POST ${CREATE}`);
  await sandbox.poll(id);
  await expectRows(page, `GET /aivideoapi/v1/tasks/${id}`, `POST ${CREATE}`);
  await page.getByRole("button", { name: "Newest first" }).click();
  await expectRows(page, "POST", "GET");
  await page.getByRole("button", { name: "Pause the list" }).click();
  await sandbox.poll(id);
  await page.getByText("2 requests, 1 new").waitFor();
  await page.getByRole("button", { name: "Pause the list" }).click();
  await expectRows(page, "POST", "GET", "GET");
});

test("Filters choose requests", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create();
  await sandbox.send("POST", CREATE, { model: "gpt-image-2", colour: "red", input: INPUT });
  await sandbox.send("GET", "/aivideoapi/v1/tasks/unknown", undefined, { allowErrors: true });
  await sandbox.control("POST", "faults", { rules: [{ name: "broken", when: { operation: "poll" }, then: { gateway: true } }] });
  await sandbox.send("GET", `/aivideoapi/v1/tasks/${id}`, undefined, { allowErrors: true });
  await open(sandbox.page("requests"));
  await expectRows(page, "GET", "GET", "POST", "POST");

  await page.getByLabel("Operation").selectOption("create");
  await expectRows(page, "POST", "POST");
  await page.getByLabel("Only with warnings").check();
  await expectRows(page, "POST");
  await page.getByText("1 warning").waitFor();
  await page.getByLabel("Only with warnings").uncheck();
  await page.getByLabel("Operation").selectOption("all");

  await page.getByLabel("Status").selectOption("5xx");
  await expectRows(page, id);
  await page.getByLabel("Status").selectOption("all");
  await page.getByLabel("Fault").selectOption("broken");
  await expectRows(page, id);
  await page.getByRole("cell", { name: /broken/ }).waitFor();
  await page.getByLabel("Fault").selectOption("all");
  await page.getByLabel("Path contains").fill("UNKNOWN");
  await expectRows(page, "/tasks/unknown");
  await page.getByLabel("Path contains").fill("no such path");
  await page.getByText("No request matches the filter.").waitFor();
});

test("A rule is one entry of the fault filter, and a fault of the task is no fault of a response", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const rules = [
    { name: "storm-fail", when: { operation: "task" }, then: { fail: true } },
    { name: "slow-poll", when: { operation: "poll", times: 1 }, then: { latency: "1ms" } },
  ];
  await sandbox.control("POST", "faults", { rules });
  const id = await sandbox.create();
  const polls = [sandbox.poll(`${id}?poll=1`)];
  await sandbox.control("POST", "clock", { advance: "1s" });
  await Promise.all(polls);
  await sandbox.poll(`${id}?poll=2`);
  await open(sandbox.page("requests"));
  await expectRows(page, "poll=2", "poll=1", "POST");
  const fault = page.getByLabel("Fault");
  assert.deepEqual((await fault.locator("option").allTextContents()).slice(4), ["slow-poll", "task: storm-fail"]);
  await fault.selectOption("with a fault");
  await expectRows(page, "poll=1");
  await fault.selectOption("slow-poll");
  await expectRows(page, "poll=1");
  await fault.selectOption("only the task has a fault");
  await expectRows(page, "poll=2", "POST");
  await fault.selectOption("task: storm-fail");
  await expectRows(page, "poll=2", "poll=1", "POST");
  await page.getByRole("link", { name: /poll=2/ }).click();
  await page.getByRole("region", { name: "Selected request" }).getByText("Fault of the task, which did not change this response: storm-fail").waitFor();
});

test("A selected request is shown with its response, warnings and task", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.send("POST", CREATE, { model: "gpt-image-2", colour: "red", input: INPUT });
  await open(sandbox.page("requests"));
  await page.getByRole("link", { name: /POST/ }).click();
  const detail = page.getByRole("region", { name: "Selected request" });
  await detail.locator(".notice").getByText("`colour` is not a field").waitFor();
  const sides = ["Request", "Response"].map((name) => detail.getByRole("region", { name, exact: true }));
  await sides[0].getByText('"colour": "red"').waitFor();
  await sides[1].getByText('"code": 200').waitFor();
  const [left, right] = await Promise.all(sides.map((side) => side.boundingBox()));
  assert.ok(left.x + left.width <= right.x, "the response is beside the request");
  await assertAccessible(page);
  await screenshot(page, "requests");
  await detail.getByRole("button", { name: "Close" }).click();
  await detail.waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await detail.getByRole("link", { name: /Task/ }).click();
  await page.getByRole("region", { name: "Task", exact: true }).waitFor();
});

test("An injected fault is named with its rule", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create();
  await sandbox.control("POST", "faults", { rules: [{ name: "broken<b>lens</b>", when: { operation: "poll" }, then: { gateway: true } }] });
  await sandbox.send("GET", `/aivideoapi/v1/tasks/${id}`, undefined, { allowErrors: true });
  await open(sandbox.page("requests"));
  await page.getByRole("link", { name: /GET/ }).click();
  const detail = page.getByRole("region", { name: "Selected request" });
  await detail.getByText("Injected fault: broken<b>lens</b>").waitFor();
  await detail.getByText("502").first().waitFor();
});

test("The copied curl command repeats the request", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const prompt = "It's a $HOME `id` \"lens\" \\ 日本";
  await sandbox.create(prompt);
  await open(sandbox.page("requests"));
  await page.getByRole("link", { name: /POST/ }).click();
  await page.getByRole("button", { name: "Copy: curl command" }).click();
  await page.getByRole("button", { name: "Copy: curl command" }).getByText("Copied").waitFor();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(!command.includes(sandbox.key));
  const { stdout } = await promisify(execFile)("bash", ["-c", `${command} --silent`], { env: { ...process.env, DARKROOM_KEY: sandbox.key } });
  assert.equal(JSON.parse(stdout).code, 200);
  const { tasks } = await sandbox.control("GET", "tasks");
  assert.deepEqual(tasks.map((task) => task.prompt), [prompt, prompt]);
  assert.equal(tasks[0].size, tasks[1].size);
  await expectRows(page, "POST", "POST");
  assert.ok(!(await page.content()).includes(sandbox.key));
});

test("The arrow keys go through the list, and a long list has pages", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.control("PUT", "sandbox", { rate_limit: null, poll_rate_limit: null });
  const id = await sandbox.create();
  for (let count = 0; count < 60; count++) {
    await sandbox.poll(`${id}?count=${count}`);
  }
  await open(sandbox.page("requests"));
  await page.getByText("Page 1 of 2").waitFor();
  assert.equal(await rows(page).count(), 50);
  await page.getByRole("link", { name: /count=59/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const detail = page.getByRole("region", { name: "Selected request" });
  await detail.getByText("count=58").first().waitFor();
  await page.getByRole("button", { name: "Next page" }).click();
  await page.getByText("Page 2 of 2").waitFor();
  await page.getByRole("link", { name: /POST/ }).waitFor();
  assert.equal(await rows(page).count(), 11);
});

test("A long body is shown in part first", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create("a long prompt ".repeat(500));
  await open(sandbox.page("requests"));
  await page.getByRole("link", { name: /POST/ }).click();
  const body = page.getByLabel("Request body", { exact: true });
  await body.waitFor();
  assert.ok((await body.textContent()).length < 5000);
  await page.getByRole("region", { name: "Request", exact: true }).getByRole("button", { name: /Show all/ }).click();
  await page.waitForFunction(() => document.querySelector('[aria-label="Request body"]').textContent.length > 7000);
});

test("What a client sent stays text", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const hostile = "<img src=x onerror=window.owned=1>";
  await fetch(`${darkroom.url}${CREATE}?x=${encodeURIComponent(hostile)}&y=<svg/onload=window.owned=1>`, {
    method: "POST",
    headers: { Authorization: `Bearer ${sandbox.key}`, "User-Agent": hostile, "Idempotency-Key": `${hostile}'; touch x; '` },
    body: JSON.stringify({ model: hostile, callback_url: "javascript:window.owned=1", key: sandbox.key }),
  });
  await open(sandbox.page("requests"));
  await page.getByRole("link", { name: /POST/ }).click();
  const detail = page.getByRole("region", { name: "Selected request" });
  await detail.getByLabel("Request headers").getByText(`user-agent: ${hostile}`).waitFor();
  await detail.getByLabel("Request body", { exact: true }).getByText("javascript:window.owned=1").waitFor();
  await detail.getByLabel("curl command", { exact: true }).getByText("'\\''; touch x; '\\''").waitFor();
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.equal(await page.locator('[href^="javascript"]').count(), 0);
  assert.ok(!(await page.content()).includes(sandbox.key));
});

test("An exchange that the journal no longer has is said to be gone", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create();
  await open(`${sandbox.page("requests")}?exchange=1`);
  await page.getByText("The journal does not have this request.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
});

test("A request that the journal has dropped is said to be dropped", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create();
  const { exchanges } = await sandbox.control("GET", "journal?limit=1");
  await sandbox.createMany(1000, (number) => `A lighthouse ${number}`);
  await open(`${sandbox.page("requests")}?exchange=${exchanges[0].number}`);
  await page.getByText("The journal has dropped this request (it keeps the newest 1,000).").waitFor();
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
});

test(
  "The view fits a phone",
  async ({ page, darkroom, open }) => {
    const sandbox = await darkroom.sandbox();
    await sandbox.send("POST", CREATE, { model: "gpt-image-2", colour: "red", input: INPUT });
    await open(sandbox.page("requests"));
    await page.getByRole("link", { name: /POST/ }).waitFor();
    await assertAccessible(page);
    await screenshot(page, "requests-phone");
    await page.getByRole("link", { name: /POST/ }).click();
    await page.getByLabel("curl command", { exact: true }).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await assertAccessible(page);
    await screenshot(page, "exchange-phone");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("link", { name: /POST/ }).waitFor();
  },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
);
