import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";

const CREATE = "/aivideoapi/v1/images/generations";

/** A receiver that is not there: the server itself responds with 404. */
const nowhere = (darkroom) => `${darkroom.url}/_darkroom/no-such-page`;
const inbox = (darkroom, sandbox) => `${darkroom.url}/_darkroom/inbox/${sandbox.handle}`;

/** Opens the panel of a task. */
async function openTask(page, sandbox, id) {
  await page.goto(`${sandbox.page()}?task=${id}`);
  const panel = page.getByRole("region", { name: "Task", exact: true });
  await panel.getByRole("heading", { name: "Task" }).waitFor();
  return panel;
}

const section = (panel, name) => panel.getByRole("region", { name, exact: true });

/** Opens the panel of a task, and expects its image in it. */
async function openImage(page, sandbox, id, type) {
  const response = page.waitForResponse(/\/images\/0$/);
  const panel = await openTask(page, sandbox, id);
  assert.equal((await response).headers()["content-type"], type);
  const image = panel.getByRole("img", { name: /A lighthouse/ });
  await image.waitFor();
  await image.evaluate((element) => element.decode());
  assert.ok((await image.evaluate((element) => element.naturalWidth)) > 0);
  return panel;
}

test("A completed task shows its image, its money, its callback and its requests", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create("A lighthouse in a storm", { callback: inbox(darkroom, sandbox) });
  await sandbox.control("POST", "clock", { advance: "4s" });
  await sandbox.poll(id);
  const panel = await openImage(page, sandbox, id, "image/png");
  await section(panel, "Callbacks").getByText("Delivered by attempt 1").waitFor();
  const money = section(panel, "Money");
  await money.getByRole("row", { name: /^hold −2\.4/ }).waitFor();
  await money.getByRole("row", { name: /^capture −2\.4/ }).waitFor();
  const requests = section(panel, "Requests about the task");
  await requests.getByRole("button", { name: /GET .*completed/ }).waitFor();
  await section(panel, "Facts").getByText("A lighthouse in a storm").waitFor();
  await assertAccessible(page);
  await screenshot(page, "task");
  await panel.getByRole("button", { name: /A lighthouse/ }).click();
  const dialog = page.getByRole("dialog");
  const download = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download the image" }).click();
  assert.equal((await download).suggestedFilename(), `${id}-0.png`);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await panel.getByRole("button", { name: "Close the task" }).focus();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.waitForFunction((lane) => document.activeElement.dataset.lane === lane, id);
});

for (const format of ["jpeg", "webp"]) {
  test(`A ${format} image is shown`, async ({ page, darkroom }) => {
    const sandbox = await darkroom.sandbox({ prefix: "sk-proj-" });
    await sandbox.control("POST", "clock", { resume: true });
    await sandbox.send("POST", "/openai/v1/images/generations", { model: "gpt-image-2", prompt: "A lighthouse", output_format: format, quality: "low" });
    const { tasks } = await sandbox.control("GET", "tasks");
    await openImage(page, sandbox, tasks[0].id, `image/${format}`);
  });
}

test("The plan of a task is shown, and buttons change its course", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create();
  const panel = await openTask(page, sandbox, id);
  await panel.getByText("It starts in 1 s").waitFor();
  await panel.getByText("The clock is frozen").first().waitFor();
  await panel.getByRole("button", { name: "Hold" }).click();
  await panel.getByRole("heading", { name: "Task pending, held" }).waitFor();
  await assertAccessible(page);
  await panel.getByRole("button", { name: "Release" }).click();
  await panel.getByRole("button", { name: "Hold" }).waitFor();
  await sandbox.control("POST", "clock", { advance: "2s" });
  await panel.getByText("It completes in 2 s").waitFor();
  await panel.getByRole("button", { name: "Complete" }).click();
  await panel.getByRole("heading", { name: "Task completed" }).waitFor();
  await panel.getByRole("button", { name: "Fail" }).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.matches(".task-panel h2"));
  await panel.getByRole("img", { name: /A lighthouse/ }).waitFor();
  await section(panel, "Money").getByRole("row", { name: /^capture/ }).waitFor();
});

test("A task fails with a chosen code and a message", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create();
  const panel = await openTask(page, sandbox, id);
  await panel.getByLabel("Error code").selectOption("upstream_error");
  await panel.getByLabel("Error message").fill("The lens is <b>foggy</b>");
  await panel.getByRole("button", { name: "Fail" }).click();
  await panel.getByRole("heading", { name: "Task failed" }).waitFor();
  await panel.getByText("upstream_error").waitFor();
  await panel.getByText("The lens is <b>foggy</b>").waitFor();
  await section(panel, "Money").getByRole("row", { name: /^refund \+2\.4/ }).waitFor();
  await screenshot(page, "task-failed");
});

test("New requests about the task appear, and open with both sides", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const { data } = await sandbox.send("POST", CREATE, { model: "gpt-image-2", colour: "red", input: { prompt: "A lighthouse", aspect_ratio: "1:1", resolution: "1k" } });
  const panel = await openTask(page, sandbox, data.taskId);
  const requests = section(panel, "Requests about the task");
  await requests.getByText("`colour` is not a field").waitFor();
  await requests.getByRole("button", { name: /GET/ }).waitFor({ state: "detached" });
  await sandbox.poll(data.taskId);
  await requests.getByRole("button", { name: /GET .* 200 pending/ }).waitFor();
  await requests.getByRole("button", { name: /POST/ }).click();
  const exchange = requests.getByRole("article", { name: /Exchange/ });
  await exchange.getByLabel("Request body").getByText('"colour": "red"').waitFor();
  await exchange.getByLabel("Response body").getByText(data.taskId).waitFor();
  await exchange.getByLabel("Request headers").getByText("authorization").waitFor();
  await exchange.locator(".notice").getByText("`colour` is not a field").waitFor();
  await assertAccessible(page);
  await exchange.scrollIntoViewIfNeeded();
  await screenshot(page, "task-exchange");
});

test("A callback that never came says why", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const refused = await sandbox.create("Refused", { callback: nowhere(darkroom) });
  const forbidden = await sandbox.create("Forbidden", { callback: "http://169.254.169.254/hook" });
  const none = await sandbox.create("None");
  await sandbox.control("POST", "clock", { advance: "4s" });

  const callbacks = section(await openTask(page, sandbox, refused), "Callbacks");
  await callbacks.getByText("The receiver refused it with status 404").first().waitFor();
  await callbacks.getByText(/The next attempt is in/).waitFor();
  await callbacks.getByText("What is sent").click();
  await callbacks.getByLabel("Callback body").getByText('"status": "completed"').waitFor();
  await sandbox.control("POST", "clock", { advance: "10m" });
  await callbacks.getByText("Attempt 2", { exact: true }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "callback");
  await sandbox.control("POST", "clock", { advance: "10d" });
  await callbacks.getByText("Given up after").waitFor();
  const image = page.getByRole("region", { name: "Task", exact: true }).getByRole("img");
  await image.waitFor();
  assert.ok((await callbacks.boundingBox()).y < (await image.boundingBox()).y, "the callback comes first");

  await openTask(page, sandbox, forbidden);
  await callbacks.getByText("because the address is forbidden").first().waitFor();
  await openTask(page, sandbox, none);
  await callbacks.getByText("named no callback URL").waitFor();
});

test("A task that has not ended has no callback yet", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const id = await sandbox.create("Soon", { callback: inbox(darkroom, sandbox) });
  const callbacks = section(await openTask(page, sandbox, id), "Callbacks");
  await callbacks.getByText("because the task has not ended").waitFor();
  await sandbox.control("POST", "clock", { advance: "4s" });
  await callbacks.getByText("Delivered by attempt 1").waitFor();
});

test("A misspelled callback field is named", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const body = { model: "gpt-image-2", callbackUrl: inbox(darkroom, sandbox), input: { prompt: "p", aspect_ratio: "1:1", resolution: "1k" } };
  const { data } = await sandbox.send("POST", CREATE, body);
  const callbacks = section(await openTask(page, sandbox, data.taskId), "Callbacks");
  await callbacks.getByText("The create request has a warning: `callbackUrl` is not a field").waitFor();
});

test("A callback that a fault lost names the fault, and is sent again", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.control("POST", "faults", { rules: [{ name: "lost-post", when: { operation: "callback" }, then: { drop: true } }] });
  const id = await sandbox.create("Lost", { callback: inbox(darkroom, sandbox) });
  await sandbox.control("POST", "clock", { advance: "4s" });
  const callbacks = section(await openTask(page, sandbox, id), "Callbacks");
  await callbacks.getByText("It was lost by the fault lost-post").first().waitFor();
  await sandbox.control("DELETE", "faults");
  await callbacks.getByRole("button", { name: "Send again" }).click();
  await callbacks.getByText("Delivered by attempt 2").waitFor();
  const received = await sandbox.control("GET", `inbox/${sandbox.handle}`);
  assert.equal(received.requests.length, 1);
});

test("The events of webhooks are callbacks, too", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox({ prefix: "sk-proj-" });
  const webhook = { url: inbox(darkroom, sandbox), secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" };
  await sandbox.control("PUT", "sandbox", { webhooks: [webhook, { ...webhook, url: nowhere(darkroom) }] });
  await sandbox.send("POST", "/openai/v1/responses", { model: "gpt-5", input: "A lighthouse", background: true, tools: [{ type: "image_generation" }] });
  await sandbox.control("POST", "clock", { advance: "5s" });
  const { tasks } = await sandbox.control("GET", "tasks");
  const panel = await openTask(page, sandbox, tasks[0].id);
  const callbacks = section(panel, "Callbacks").getByRole("article", { name: "Callback" });
  await callbacks.filter({ hasText: "Delivered by attempt 1" }).getByText("response.completed").first().waitFor();
  await callbacks.filter({ hasText: "status 404" }).getByText("Not delivered yet").waitFor();
  assert.equal(await callbacks.count(), 2);
  await section(panel, "Facts").getByText(/^0\.\d+ USD$/).waitFor();
});

test("Texts of clients stay texts, and the key is nowhere", async ({ page, darkroom }) => {
  const sandbox = await darkroom.sandbox();
  const prompt = `<img src=x onerror="window.owned=1"> <script>window.owned=1</script> ${sandbox.key} ‮evil`;
  const id = await sandbox.create(prompt, { callback: `${inbox(darkroom, sandbox)}?x=<svg/onload=window.owned=1>` });
  await sandbox.control("POST", "clock", { advance: "4s" });
  await sandbox.poll(`${id}?x=<svg/onload=window.owned=1>`);
  const panel = await openTask(page, sandbox, id);
  await section(panel, "Facts").getByText("<script>window.owned=1</script>").waitFor();
  await panel.getByRole("img", { name: /onerror/ }).waitFor();
  await section(panel, "Requests about the task").getByRole("button", { name: /POST/ }).click();
  await panel.getByLabel("curl command", { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => window.owned), undefined);
  assert.equal(await page.locator('[href^="javascript"]').count(), 0);
  assert.ok(!(await page.content()).includes(sandbox.key));
});

test(
  "The panel fits a phone",
  async ({ page, darkroom }) => {
    const sandbox = await darkroom.sandbox();
    const id = await sandbox.create("A lighthouse", { callback: nowhere(darkroom) });
    await sandbox.control("POST", "clock", { advance: "4s" });
    const panel = await openImage(page, sandbox, id, "image/png");
    await section(panel, "Requests about the task").getByRole("button", { name: /POST/ }).click();
    await panel.getByLabel("curl command", { exact: true }).waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await assertAccessible(page);
    await screenshot(page, "task-phone");
  },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
);
