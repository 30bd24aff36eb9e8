import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";
import { startReceiver } from "../receiver.js";
import { row } from "../timeline.js";

test("Callbacks that were not delivered are counted, and a click shows their tasks", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const refusing = await startReceiver(500);
  const accepting = await startReceiver(200);
  try {
    await open(sandbox.page());
    await sandbox.create("Refused", { callback: refusing.url });
    await sandbox.create("Accepted", { callback: accepting.url });
    await sandbox.control("POST", "clock", { advance: "5s" });
    await page.getByRole("button", { name: "1 callback not delivered" }).click();
    await row(page, /Accepted/).waitFor({ state: "detached" });
    await row(page, /Refused/).waitFor();
    assert.equal(await page.getByLabel("Filter tasks").inputValue(), "undelivered");
    await sandbox.control("POST", "clock", { advance: "10d" });
    await row(page, /3 callback attempts \(3 refused\), given up after attempt 3/).waitFor();
    await row(page, /Refused/).focus();
    for (let presses = 0; presses < 2; presses++) {
      await page.keyboard.press("Shift+ArrowLeft");
    }
    await page.locator(".timeline").getByRole("status").getByText(/given up after attempt 3/).waitFor();
    await assertAccessible(page);
    await screenshot(page, "timeline-undelivered");
    await page.getByRole("button", { name: "1 callback not delivered" }).click();
    await row(page, /Accepted/).waitFor();
    await page.getByLabel("Filter tasks").fill("500");
    await row(page, /Accepted/).waitFor({ state: "detached" });
    await row(page, /Refused/).waitFor();
  } finally {
    refusing.stop();
    accepting.stop();
  }
});
