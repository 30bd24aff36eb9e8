import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";

const clockOf = (sandbox) => sandbox.control("GET", "clock");
const panel = (page) => page.getByRole("region", { name: "Clock" });
const button = (page, name) => panel(page).getByRole("button", { name, exact: true });

test("A task completes when the clock is moved", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create();
  await open(sandbox.page());
  await page.getByText("1 running").waitFor();
  await button(page, "+2 s").click();
  await panel(page).getByText("Advanced by 2 s: 1 started.").waitFor();
  await button(page, "+1 min").click();
  await panel(page).getByText("Advanced by 1 min: 1 completed.").waitFor();
  await page.getByText("1 completed", { exact: true }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "clock");
});

test("The keyboard moves the clock again and again", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  const { now } = await clockOf(sandbox);
  await button(page, "+2 s").focus();
  for (const seconds of [2, 4, 6]) {
    const response = page.waitForResponse((received) => received.url().endsWith("/clock"));
    await page.keyboard.press("Enter");
    await response;
    await panel(page).getByText(new Date(Date.parse(now) + seconds * 1000).toISOString().slice(11, 23)).waitFor();
  }
});

test("The clock freezes and resumes, and the buttons say which it can", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox({ frozen: false });
  await open(sandbox.page());
  await button(page, "Freeze").click();
  await panel(page).getByText("❄ frozen").waitFor();
  assert.equal((await clockOf(sandbox)).frozen, true);
  assert.equal(await button(page, "Freeze").isDisabled(), true);
  await page.waitForFunction(() => document.activeElement.textContent === "Resume");
  const frozen = await panel(page).getByRole("timer").textContent();
  assert.ok(frozen.startsWith((await clockOf(sandbox)).now.slice(0, 10)));
  await button(page, "Resume").click();
  await panel(page).getByText("❄ frozen").waitFor({ state: "detached" });
  assert.equal((await clockOf(sandbox)).frozen, false);
  assert.equal(await button(page, "Resume").isDisabled(), true);
  await page.waitForFunction(() => document.activeElement.textContent === "Freeze");
  await page.waitForFunction((text) => document.querySelector("[role=timer]").textContent > text, frozen);
});

test("The clock can be set, advanced by any duration, and run at any speed", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  await button(page, "More…").click();
  await page.getByLabel("Set to").fill("2001-01-01T00:00:00");
  await button(page, "Set").click();
  await panel(page).getByText(/never goes back/).waitFor();
  await assertAccessible(page);
  await page.getByLabel("Set to").fill("2040-02-03T04:05:06");
  await button(page, "Set").click();
  await panel(page).getByText("2040-02-03 04:05:06.000 UTC").waitFor();
  assert.equal((await clockOf(sandbox)).now, "2040-02-03T04:05:06Z");
  await button(page, "+1 min").click();
  await page.waitForFunction(() => [...document.querySelectorAll("input")].some((input) => input.value === "2040-02-03T04:06:06"));
  await page.getByLabel("Advance by").fill("soon");
  await button(page, "Advance").click();
  await panel(page).getByText(/It must be a duration/).waitFor();
  await page.getByLabel("Advance by").fill("36h");
  await button(page, "Advance").click();
  await panel(page).getByText("2040-02-04 16:06:06.000 UTC").waitFor();
  await page.getByLabel("Speed").fill("0");
  await button(page, "Set the speed").click();
  await panel(page).getByText(/a number from 0.001 to 86400/).waitFor();
  await page.getByLabel("Speed").fill("60");
  await button(page, "Set the speed").click();
  await panel(page).getByText("❄ frozen ×60").waitFor();
  assert.equal((await clockOf(sandbox)).scale, 60);
}, { errors: /status of 400/ });

test("The page follows changes that another client makes to the clock, and a frozen clock stands still", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  await panel(page).getByText("❄ frozen").waitFor();
  await page.evaluate(() => {
    globalThis.changes = 0;
    new MutationObserver(() => globalThis.changes++).observe(document.querySelector("[role=timer]"), { childList: true, characterData: true });
  });
  const { now } = await sandbox.control("POST", "clock", { advance: "1h" });
  await panel(page).getByText(now.slice(11, 23)).waitFor();
  assert.equal(await page.evaluate(() => globalThis.changes), 1);
});

test("The clock fits a phone, in dark", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  await button(page, "More…").click();
  await page.getByLabel("Speed").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  const tabs = await page.getByRole("navigation", { name: "Views" }).boundingBox();
  assert.ok(tabs.height < 50, "the tabs are in one line");
  await assertAccessible(page);
  await screenshot(page, "clock-phone");
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
