import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";

test("The list shows each sandbox, and follows what happens in it", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox({ prefix: "sk-list-" });
  await sandbox.create();
  await open(darkroom.url);
  const row = page.getByRole("row").filter({ has: page.locator(`a[href*="${sandbox.handle}"]`) });
  await row.getByText("1 running").waitFor();
  await row.getByText("frozen").waitFor();
  await row.getByRole("link", { name: sandbox.masked }).waitFor();
  await sandbox.control("PUT", "weather/storm");
  await sandbox.control("POST", "clock", { advance: "10s" });
  await row.getByText("weather storm").waitFor();
  await row.getByText("0", { exact: true }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "sandboxes");
});

test("The list can be filtered, and opens a sandbox", async ({ page, darkroom, open }) => {
  const stormy = await darkroom.sandbox();
  const calm = await darkroom.sandbox();
  await stormy.control("PUT", "weather/storm");
  await open(darkroom.url);
  await page.locator(`a[href*="${calm.handle}"]`).waitFor();
  await page.getByLabel("Filter").fill(`${stormy.handle} storm`);
  await page.locator(`a[href*="${calm.handle}"]`).waitFor({ state: "detached" });
  await page.getByRole("link", { name: stormy.masked }).click();
  await page.getByRole("heading", { name: stormy.masked }).waitFor();
  assert.match(page.url(), new RegExp(stormy.handle));
});

test("Keys that look alike have their handles beside them", async ({ page, darkroom, open }) => {
  const prefix = `sk-alike-${Date.now()}`;
  const first = await darkroom.sandbox({ key: `${prefix}-one-7` });
  const second = await darkroom.sandbox({ key: `${prefix}-two-7` });
  assert.equal(first.masked, second.masked);
  await open(darkroom.url);
  for (const { handle } of [first, second]) {
    await page.getByRole("link", { name: new RegExp(handle) }).waitFor();
  }
  await page.getByRole("link", { name: new RegExp(second.handle) }).click();
  await page.getByText(second.handle, { exact: true }).waitFor();
  await page.getByRole("link", { name: "‹ Sandboxes" }).click();
  await page.getByRole("heading", { name: "Sandboxes" }).waitFor();
});

test("An empty list leads to Try it", async ({ page, darkroom, open }) => {
  await page.route("**/_darkroom/sandboxes?*", (route) => route.fulfill({ json: { sandboxes: [], next_cursor: null } }));
  await open(darkroom.url);
  await page.getByText("There is no sandbox yet").getByRole("link", { name: "Try it" }).click();
  await page.waitForURL(/#\/try$/);
});

test("The button of the theme is beside the moon", async ({ page, darkroom, open }) => {
  await open(darkroom.url);
  await page.getByRole("button", { name: "Dark theme" }).click();
  const { x, width } = await page.getByRole("button", { name: "Light theme" }).boundingBox();
  assert.ok(x + width > 1100 && x + width < 1204, `it ends at ${x + width}`);
});

test("An address that the console does not have is said to be missing", async ({ page, darkroom, open }) => {
  await open(`${darkroom.url}/_darkroom/console/#/%E0%A4%A`);
  await page.getByText("The console has no such page.").waitFor();
});
