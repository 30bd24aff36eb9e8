import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";

const rulesOf = async (sandbox) => (await sandbox.control("GET", "faults")).rules;
const refused = { errors: /status of 400/ };
const weather = (page) => page.getByRole("region", { name: "Weather" });
const editor = (page) => page.getByRole("form", { name: /rule/i });
const rule = (page, name) => page.getByRole("listitem", { name: `Rule ${name}`, exact: true });
const moreConditions = (page) => editor(page).getByText("More conditions").click();
const save = (page) => editor(page).getByRole("button", { name: "Save rule" }).click();

/** What the server needs besides the name of the fault. */
const REQUIRED = { error: ["code", "upstream_error"], latency: ["duration", "2s"] };

test("A weather is active until its ttl ends", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await weather(page).getByText("No rules are active.").waitFor();
  await page.getByLabel("Ends after").fill("10 minutes");
  await weather(page).getByRole("button", { name: "Storm" }).click();
  await weather(page).getByText(/It must be a duration/).waitFor();
  await page.getByLabel("Ends after").fill("10m");
  await weather(page).getByRole("button", { name: "Storm" }).click();
  await weather(page).getByText(/Storm is active until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/).waitFor();
  assert.equal(await weather(page).getByRole("button", { name: "Storm" }).getAttribute("aria-pressed"), "true");
  assert.equal((await rulesOf(sandbox))[0].when.ttl, "PT10M");
  await rule(page, "storm-reset").getByText("ends").waitFor();
  await assertAccessible(page);
  await screenshot(page, "weather");
  await sandbox.control("POST", "clock", { advance: "10m" });
  await weather(page).getByText("No rules are active.").waitFor();
  await rule(page, "storm-reset").getByText("over", { exact: true }).waitFor();
  await weather(page).getByRole("button", { name: "Clear" }).click();
  await page.getByText("There are no rules.").waitFor();
  assert.deepEqual(await rulesOf(sandbox), []);
}, refused);

test("A weather ends by itself while the clock runs", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox({ frozen: false });
  await open(sandbox.page("faults"));
  await page.getByLabel("Ends after").fill("3s");
  await weather(page).getByRole("button", { name: "Drizzle" }).click();
  await rule(page, "drizzle-upstream").getByText("over", { exact: true }).waitFor();
  await weather(page).getByText("No rules are active.").waitFor();
});

test("A rule can be added, applies, and shows how often", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Name", { exact: true }).fill("flaky");
  await page.getByLabel("Operation", { exact: true }).selectOption("create");
  await page.getByLabel("Fault", { exact: true }).selectOption({ label: "error" });
  await editor(page).getByLabel("code").fill("upstream_error");
  await editor(page).getByLabel("times").fill("2");
  await editor(page).getByLabel("dialect").selectOption("aivideoapi");
  assert.equal(await editor(page).getByLabel("skip").count(), 0, "the other conditions are not open");
  await editor(page).getByText('"times": 2').first().waitFor();
  await editor(page).getByText(/curl .*-X PATCH/).waitFor();
  await assertAccessible(page);
  await screenshot(page, "rule-editor");
  await save(page);
  await rule(page, "flaky").getByText("Not applied yet.").waitFor();
  assert.deepEqual((await rulesOf(sandbox))[0].when, { operation: "create", dialect: "aivideoapi", times: 2 });
  for (let i = 0; i < 2; i++) {
    await sandbox.send("POST", "/aivideoapi/v1/images/generations", {}, { allowErrors: true });
  }
  await rule(page, "flaky").getByText("Applied 2 times.").waitFor();
  await rule(page, "flaky").getByText("over", { exact: true }).waitFor();
});

test("Rules can be edited, copied, moved and removed", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await sandbox.control("POST", "faults", {
    rules: [
      { name: "first", when: { operation: "poll", probability: 0.5 }, then: { latency: { min: "200ms", max: "2s" } } },
      { name: "second", when: { operation: "task" }, then: { slow: 5 } },
    ],
  });
  await sandbox.control("POST", "clock", { advance: "1s" });
  await rule(page, "first").getByText("poll, probability 0.5 → latency min 200ms, max 2s").waitFor();
  await page.getByRole("button", { name: "Edit first" }).click();
  assert.equal(await editor(page).getByLabel("max", { exact: true }).inputValue(), "2s");
  await editor(page).getByLabel("max", { exact: true }).fill("100ms");
  await save(page);
  await editor(page).getByRole("alert").getByText(/max/).waitFor();
  await editor(page).getByLabel("max", { exact: true }).fill("9s");
  await save(page);
  await rule(page, "first").getByText("max 9s").waitFor();
  await page.getByRole("button", { name: "Duplicate second" }).click();
  await editor(page).getByLabel("factor").fill("7");
  await moreConditions(page);
  await editor(page).getByLabel("model").fill("gpt-*");
  await save(page);
  await editor(page).getByRole("alert").getByText(/never applies, because the earlier rule 'second' always does/).waitFor();
  await page.getByLabel("Place").selectOption("first");
  await save(page);
  await rule(page, "slow-1").waitFor();
  const names = async () => (await rulesOf(sandbox)).map(({ name }) => name);
  assert.deepEqual(await names(), ["slow-1", "first", "second"]);
  await page.getByRole("button", { name: "Move down slow-1" }).click();
  await page.getByRole("listitem").nth(1).getByText("slow-1").waitFor();
  assert.deepEqual(await names(), ["first", "slow-1", "second"]);
  await page.getByRole("button", { name: "Remove first" }).click();
  await rule(page, "first").waitFor({ state: "detached" });
  assert.deepEqual(await names(), ["slow-1", "second"]);
}, refused);

test("An invalid value shows the server's message at its field", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Fault", { exact: true }).selectOption({ label: "latency" });
  await editor(page).getByLabel("duration", { exact: true }).first().fill("soon");
  await save(page);
  await editor(page).getByRole("alert").getByText(/then.latency.duration/).waitFor();
  assert.equal(await editor(page).getByLabel("duration", { exact: true }).first().getAttribute("aria-invalid"), "true");
  await editor(page).getByLabel("duration", { exact: true }).first().fill("1s");
  await editor(page).getByLabel("probability").fill("2");
  await save(page);
  await editor(page).getByRole("alert").getByText(/when.probability/).waitFor();
  assert.equal(await editor(page).getByLabel("probability").getAttribute("aria-invalid"), "true");
  await page.getByRole("button", { name: "Cancel" }).click();
  assert.deepEqual(await rulesOf(sandbox), []);
}, refused);

test("The operation decides which faults there are", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await page.getByRole("button", { name: "Add a rule" }).click();
  const faults = page.getByLabel("Fault", { exact: true });
  await page.getByLabel("Operation", { exact: true }).selectOption("callback");
  assert.deepEqual(await faults.locator("option").allTextContents(), ["drop", "delay", "duplicate", "reorder", "early", "garble"]);
  await page.getByLabel("Operation", { exact: true }).selectOption("");
  await faults.selectOption("file.slow");
  assert.equal(await page.getByLabel("Operation", { exact: true }).inputValue(), "file");
});

test("The form builds a rule for every fault", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const { faults } = await sandbox.control("GET", "vocabulary");
  assert.ok(faults.length > 20);
  await open(sandbox.page("faults"));
  for (const [index, { name, target, operations }] of faults.entries()) {
    await page.getByRole("button", { name: "Add a rule" }).click();
    await page.getByLabel("Name", { exact: true }).fill(`rule-${index}`);
    await page.getByLabel("Operation", { exact: true }).selectOption(operations[0]);
    await page.getByLabel("Fault", { exact: true }).selectOption(`${target}.${name}`);
    if (REQUIRED[name]) {
      await editor(page).getByLabel(REQUIRED[name][0], { exact: true }).first().fill(REQUIRED[name][1]);
    }
    await moreConditions(page);
    await editor(page).getByLabel("skip").fill(String(index));
    await editor(page).getByLabel("probability").fill("0.5");
    await save(page);
    await rule(page, `rule-${index}`).waitFor();
  }
  const rules = await rulesOf(sandbox);
  assert.deepEqual(rules.map(({ then }) => Object.keys(then)[0]), faults.map(({ name }) => name));
  assert.deepEqual(rules.map(({ when }) => when.skip ?? 0), faults.map((_, index) => index));
});

test("Another client's rules show up, and the open form stays", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page("faults"));
  await page.getByRole("button", { name: "Add a rule" }).click();
  await page.getByLabel("Name", { exact: true }).fill("mine");
  await editor(page).getByLabel("code").fill("upstream_error");
  await sandbox.control("POST", "faults", { rules: [{ name: "theirs", when: { operation: "poll" }, then: { drip: true } }] });
  await sandbox.control("POST", "clock", { advance: "1s" });
  await rule(page, "theirs").waitFor();
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "mine");
  await save(page);
  await rule(page, "mine").waitFor();
  assert.deepEqual((await rulesOf(sandbox)).map(({ name }) => name), ["theirs", "mine"]);
});

test("The faults fit a phone, in dark, and work with the keyboard", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.control("PUT", "weather/storm");
  await open(sandbox.page("faults"));
  await rule(page, "storm-reset").waitFor();
  await page.getByRole("button", { name: "Add a rule" }).focus();
  await page.keyboard.press("Enter");
  await editor(page).getByRole("heading", { name: "New rule" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "New rule");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
  await screenshot(page, "faults-phone");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await editor(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add a rule");
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
