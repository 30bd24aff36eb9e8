import assert from "node:assert/strict";
import { test } from "../console.js";

for (const [where, script] of [
  ["with HTTPS or on this machine", ""],
  ["at another address", "Object.defineProperty(navigator, 'clipboard', { value: undefined })"],
]) {
  test(`A command can be copied ${where}`, async ({ page, context, darkroom, open }) => {
    const sandbox = await darkroom.sandbox();
    await context.addInitScript(script);
    await open(sandbox.page("report"));
    await page.getByRole("button", { name: "Copy" }).first().click();
    await page.getByText("Copied").first().waitFor();
    await page.goto(darkroom.url);
    const field = page.getByLabel("Filter");
    await field.focus();
    await page.keyboard.press("Control+V");
    assert.match(await field.inputValue(), /curl/);
  });
}
