import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";

const stateOf = (sandbox) => sandbox.control("GET", "sandbox");
const form = (page, name) => page.getByRole("form", { name, exact: true });
const refused = { errors: /status of 400/ };

async function save(page, name) {
  await form(page, name).getByRole("button", { name: "Save" }).click();
  await form(page, name).getByText("Saved.").waitFor();
}

test("Credits and the status of the key can be set", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  await page.getByLabel("Credits").fill("12.5");
  await save(page, "Balance");
  await page.getByLabel("Key status").selectOption("disabled");
  await page.getByLabel("Allowed IP addresses").fill("10.0.0.0/8\n127.0.0.1\n");
  await page.getByLabel("Inactive models").fill("gpt-image-2");
  await save(page, "Key");
  const state = await stateOf(sandbox);
  assert.equal(state.credits, 12.5);
  assert.equal(state.key_status, "disabled");
  assert.deepEqual(state.allowed_ips, ["10.0.0.0/8", "127.0.0.1"]);
  assert.deepEqual(state.inactive_models, ["gpt-image-2"]);
  await page.locator(".sandbox-head").getByText("disabled").waitFor();
  await assertAccessible(page);
  await screenshot(page, "account");
});

test("Limits can be set and removed", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  const all = page.getByRole("group", { name: "Create requests" });
  await all.getByLabel("Requests").fill("20");
  assert.equal(await all.getByLabel("Window").inputValue(), "10s", "a number of requests gets the usual window");
  const polls = page.getByRole("group", { name: "Polls" });
  await polls.getByLabel("Requests").fill("5");
  await polls.getByLabel("Window").fill("1m");
  await page.getByLabel("Concurrency").fill("4");
  await save(page, "Request limits");
  await page.getByLabel("Hourly").fill("12");
  await page.getByLabel("Windows").selectOption("calendar");
  await save(page, "Spend limits");
  const limited = await stateOf(sandbox);
  assert.deepEqual(limited.rate_limit, { requests: 20, window: "PT10S" });
  assert.deepEqual(limited.poll_rate_limit, { requests: 5, window: "PT1M" });
  assert.equal(limited.concurrency, 4);
  assert.deepEqual(limited.spend_limits, { hourly: 12, daily: null, total: null, windows: "calendar" });
  assert.equal(await all.getByLabel("Window").inputValue(), "10s");
  await all.getByLabel("Requests").fill("");
  await page.getByLabel("Concurrency").fill("");
  await save(page, "Request limits");
  await page.getByLabel("Hourly").fill("");
  await save(page, "Spend limits");
  const state = await stateOf(sandbox);
  assert.deepEqual([state.rate_limit, state.concurrency, state.spend_limits], [null, null, null]);
  assert.deepEqual(state.poll_rate_limit, { requests: 5, window: "PT1M" });
});

test("An error of the server is shown at its input", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  const limits = form(page, "Request limits");
  await page.getByRole("group", { name: "Polls" }).getByLabel("Requests").fill("3");
  await page.getByRole("group", { name: "Polls" }).getByLabel("Window").fill("soon");
  await limits.getByRole("button", { name: "Save" }).click();
  await limits.getByText(/a duration from 1ms/).waitFor();
  assert.equal(await page.getByRole("group", { name: "Polls" }).getByLabel("Window").getAttribute("aria-invalid"), "true");
  await page.getByLabel("Allowed IP addresses").fill("10.0.0.1\nnowhere");
  await form(page, "Key").getByRole("button", { name: "Save" }).click();
  await form(page, "Key").getByText(/'nowhere' is not an IPv4/).waitFor();
  await form(page, "Key").getByRole("button", { name: "Undo" }).click();
  assert.equal(await page.getByLabel("Allowed IP addresses").inputValue(), "");
  assert.equal((await stateOf(sandbox)).poll_rate_limit, null);
}, refused);

test("New tasks get other times and another progression", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  await page.getByLabel("Progress").selectOption("polls");
  await page.getByLabel("Polls per status change").fill("2");
  const pending = page.getByRole("group", { name: "Pending" });
  await pending.getByLabel("Kind").selectOption("range");
  await pending.getByLabel("Minimum").fill("100ms");
  await pending.getByLabel("Maximum").fill("2s");
  const processing = page.getByRole("group", { name: "Processing" });
  await processing.getByLabel("Kind").selectOption("distribution");
  await processing.getByLabel("Median").fill("3s");
  await processing.getByLabel("95th percentile").fill("9s");
  await save(page, "New tasks");
  const state = await stateOf(sandbox);
  assert.equal(state.progression, "polls:2");
  assert.deepEqual(state.pending, { min: "PT0.1S", max: "PT2S" });
  assert.deepEqual(state.processing, { median: "PT3S", p95: "PT9S" });
});

test("A seed of 19 digits stays exact", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  await page.getByLabel("Seed").fill("9223372036854775807");
  await save(page, "Random choices");
  const response = await fetch(`${darkroom.url}/_darkroom/sandbox`, { headers: { "Darkroom-Sandbox": sandbox.handle } });
  assert.match(await response.text(), /"seed":9223372036854775807,/);
  await page.reload();
  assert.equal(await page.getByLabel("Seed").inputValue(), "9223372036854775807");
  await page.getByLabel("Seed").fill("9223372036854775808");
  await form(page, "Random choices").getByRole("button", { name: "Save" }).click();
  await form(page, "Random choices").getByText("It must be a whole number of 64 bits.").waitFor();
}, refused);

test("What the user edits stays when the sandbox changes", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  await page.getByLabel("Hourly").fill("7");
  await sandbox.create();
  await sandbox.control("PUT", "sandbox", { credits: 500, spend_limits: { daily: 99 } });
  await sandbox.control("POST", "clock", { advance: "1s" });
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "500"));
  assert.equal(await page.getByLabel("Hourly").inputValue(), "7");
  assert.equal(await page.getByLabel("Daily").inputValue(), "99");
  await save(page, "Spend limits");
  assert.deepEqual((await stateOf(sandbox)).spend_limits, { hourly: 7, daily: 99, total: null, windows: "rolling" });
});

test("Webhooks can be added and removed, and their secrets are never shown", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await page.getByLabel("URL", { exact: true }).fill("http://localhost:9000/hook");
  await page.getByLabel("Secret").fill("secret");
  await page.getByRole("button", { name: "Save webhooks" }).click();
  await page.getByText(/It must be whsec_/).waitFor();
  await page.getByRole("button", { name: "Generate" }).click();
  const secret = await page.getByLabel("Secret").inputValue();
  await page.getByLabel("Events").fill("response.completed, response.failed");
  await assertAccessible(page);
  await page.getByRole("button", { name: "Save webhooks" }).click();
  await page.getByRole("listitem").filter({ hasText: "http://localhost:9000/hook" }).waitFor();
  const [webhook] = (await stateOf(sandbox)).webhooks;
  assert.deepEqual(webhook.events, ["response.completed", "response.failed"]);
  assert.equal(await page.getByText(secret).count(), 0);
  await page.getByRole("button", { name: "Change webhooks" }).click();
  assert.equal(await page.getByLabel("URL", { exact: true }).inputValue(), "http://localhost:9000/hook");
  assert.equal(await page.getByLabel("Secret").inputValue(), "");
  await page.getByRole("button", { name: "Remove webhook 1" }).click();
  await page.getByRole("button", { name: "Save webhooks" }).click();
  await page.getByRole("button", { name: "Add a webhook" }).waitFor();
  assert.deepEqual((await stateOf(sandbox)).webhooks, []);
}, refused);

test("The ledger follows the tasks and links them", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("account"));
  const id = await sandbox.create();
  const rows = page.getByRole("region", { name: "Ledger" }).getByRole("row");
  await rows.filter({ hasText: "hold" }).waitFor();
  await sandbox.control("POST", "clock", { advance: "1m" });
  await rows.filter({ hasText: "capture" }).waitFor();
  assert.match(await rows.nth(1).textContent(), /capture.*−2\.4/);
  await rows.filter({ hasText: /hold.*−2\.4/ }).waitFor();
  await rows.filter({ hasText: /grant.*\+10,000/ }).waitFor();
  const { tasks } = await sandbox.control("GET", "tasks");
  assert.equal(tasks.length, 1, id);
  await sandbox.control("PUT", "sandbox", { credits: 5 });
  await sandbox.control("POST", "clock", { advance: "1s" });
  await rows.filter({ hasText: /set by hand.*−9,992\.6/ }).waitFor();
  await rows.nth(2).getByRole("link").click();
  await page.waitForURL(new RegExp(tasks[0].id));
});

test("Reset removes the sandbox after a confirmation", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create();
  await sandbox.control("PUT", "sandbox", { credits: 3 });
  await open(sandbox.page("account"));
  const card = page.getByRole("region", { name: "Reset" });
  await card.getByRole("button", { name: "Reset", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/1 task with images/).waitFor();
  await assertAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  assert.equal((await stateOf(sandbox)).credits, 3);
  await card.locator("button:focus").waitFor();
  await card.getByRole("button", { name: "Reset", exact: true }).click();
  await dialog.getByRole("button", { name: "Reset the sandbox" }).click();
  await page.getByText(/The next request with the key creates a new one/).waitFor();
  await page.getByRole("heading", { name: "Sandboxes" }).waitFor();
  const state = await stateOf(sandbox);
  assert.equal(state.credits, 10000);
  assert.equal(state.tasks.pending, 0);
});

test("The account fits a phone, in dark", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create();
  await open(sandbox.page("account"));
  await page.getByRole("row").filter({ hasText: "hold" }).waitFor();
  await page.getByRole("button", { name: "Add a webhook" }).click();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
  await screenshot(page, "account-phone");
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
