/** The page "Try it", which sends requests of each vendor's API. */

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateSync, crc32 } from "node:zlib";
import { assertAccessible, screenshot, test } from "../console.js";

const VENDORS = [
  { name: "aigenerate", label: "AI Generate", hasTask: true },
  { name: "aivideoapi", label: "AI Video API", hasTask: true },
  { name: "azure", label: "Azure OpenAI" },
  { name: "getimg", label: "getimg.ai" },
  { name: "openai", label: "OpenAI" },
  { name: "reapi", label: "reAPI", hasTask: true },
];

const page = (darkroom, ...segments) => `${darkroom.url}/_darkroom/console/#/${["try", ...segments].join("/")}`;
const response = (page) => page.getByRole("region", { name: "Response" });
const status = (page) => response(page).getByRole("status").first();
const command = (page) => page.getByLabel("curl command", { exact: true }).innerText();
const body = async (page) => response(page).getByLabel("Response body", { exact: true }).innerText();

async function send(page, expected) {
  const isVendor = (each) => !new URL(each.url()).pathname.startsWith("/_darkroom/");
  await Promise.all([page.waitForResponse(isVendor), page.getByRole("button", { name: "Send", exact: true }).click()]);
  await status(page).getByText(expected, { exact: true }).waitFor();
  await status(page).getByText(/\d (ms|s|min)/).waitFor();
}

/** Runs a command as a user would paste it, and returns what it prints. */
async function bash(text, options = {}) {
  const { stdout } = await promisify(execFile)("bash", ["-c", text.replace("curl", "curl --silent --show-error")], { maxBuffer: 64 * 1024 * 1024, ...options });
  return stdout;
}

for (const { name, label, hasTask } of VENDORS) {
  test(`One click sends a request of ${label}, and the command does the same`, async ({ page: browser, darkroom, open }) => {
    await open(page(darkroom));
    await browser.getByLabel("Vendor").selectOption(label);
    await send(browser, "200");
    await response(browser).getByRole("link", { name: "Open the sandbox" }).waitFor();
    const shown = JSON.parse(await body(browser));
    if (hasTask) {
      await response(browser).getByRole("button", { name: "Poll this task" }).waitFor();
      await response(browser).getByText("completed", { exact: true }).waitFor();
    } else {
      await response(browser).getByRole("img").first().waitFor();
    }
    const printed = JSON.parse(await bash(await command(browser)));
    assert.deepEqual(Object.keys(printed).sort(), Object.keys(shown).sort());
    assert.ok(!browser.url().includes("try-"), "the key is not in the address");
    await screenshot(browser, `try-${name}`);
  });
}

test("The finished image of a task is shown, and the poll is filled in", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "aivideoapi"));
  await send(browser, "200");
  await response(browser).getByRole("img", { name: "The finished image" }).waitFor();
  const { data } = JSON.parse(await body(browser));
  await response(browser).getByRole("button", { name: "Poll this task" }).click();
  assert.equal(await browser.getByLabel("taskId").inputValue(), data.taskId);
  await browser.keyboard.press("Enter");
  await response(browser).getByLabel("Response body", { exact: true }).getByText('"status": "completed"').waitFor();
  await response(browser).getByRole("img", { name: "Image 1" }).waitFor();
  assert.equal(await response(browser).getByRole("button", { name: "Poll this task" }).count(), 0, "the poll is filled in already");
  await assertAccessible(browser);
});

test("Triggers are chosen by name", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "aivideoapi"));
  await browser.getByLabel("Prompt trigger").locator("option:checked").getByText("Choose a trigger").waitFor({ state: "attached" });
  assert.equal(await browser.getByRole("button", { name: "Insert into the prompt" }).count(), 0);
  await browser.getByLabel("Triggers").getByRole("combobox").first().selectOption("fail");
  await browser.getByLabel("Error code", { exact: true }).selectOption("upstream_error");
  await browser.getByRole("button", { name: "Insert into the prompt" }).click();
  assert.match(await browser.getByLabel("prompt", { exact: true }).inputValue(), /\[\[fail: upstream_error\]\]$/);
  await send(browser, "200");
  await response(browser).getByText("Fault: fail in the prompt", { exact: true }).waitFor();
  await response(browser).getByText("failed", { exact: true }).waitFor();
  await response(browser).getByRole("region", { name: "Task" }).getByText("upstream_error", { exact: true }).waitFor();
  await browser.getByLabel("Triggers").getByRole("combobox").first().selectOption("reject");
  assert.ok(await browser.getByRole("button", { name: "Insert into the prompt" }).isDisabled(), "reject needs a code");
  await browser.getByText("Error code is missing").waitFor();
  await browser.getByLabel("Error code", { exact: true }).selectOption("rate_limit_exceeded");
  await browser.getByRole("button", { name: "Insert into the prompt" }).click();
  await send(browser, "429");
  await response(browser).getByLabel("Response body", { exact: true }).getByText('"rate_limit_exceeded"').waitFor();
  await screenshot(browser, "try-triggers");
}, { errors: /status of 429/ });

test("A task of a frozen clock says why it waits, and the clock can be advanced there", async ({ page: browser, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(page(darkroom, "aivideoapi"));
  await browser.getByLabel("Key", { exact: true }).fill(sandbox.key);
  await send(browser, "200");
  const task = response(browser).getByRole("region", { name: "Task" });
  await task.getByText(/clock is frozen/).waitFor();
  await task.getByRole("button", { name: "+2 s" }).click();
  await task.getByText("processing", { exact: true }).waitFor();
  await task.getByRole("button", { name: "+2 s" }).click();
  await task.getByText("completed", { exact: true }).waitFor();
});

test("The vendor and the key stay while the user looks at another page", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "reapi"));
  const key = await browser.getByLabel("Key", { exact: true }).inputValue();
  await send(browser, "200");
  assert.equal(await response(browser).getByText("Warning:").count(), 0);
  await response(browser).getByRole("link", { name: "Open the sandbox" }).click();
  await browser.getByRole("navigation", { name: "Views" }).waitFor();
  await browser.getByRole("link", { name: "Try it", exact: true }).first().click();
  await browser.getByLabel("Key", { exact: true }).waitFor();
  assert.equal(await browser.getByLabel("Key", { exact: true }).inputValue(), key);
});

test("A key trigger changes the sandbox of the key", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "getimg"));
  await browser.getByLabel("Key trigger").selectOption({ label: "broke: no credits" });
  assert.match(await browser.getByLabel("Key", { exact: true }).inputValue(), /^sk_darkroom-broke-/);
  await send(browser, "402");
  await browser.getByRole("button", { name: "New key" }).click();
  await send(browser, "200");
}, { errors: /status of 402/ });

test("The vendor's error for an invalid value is shown, also at its field", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "openai"));
  await browser.getByLabel("n", { exact: true }).fill("11");
  await send(browser, "400");
  const { error } = JSON.parse(await body(browser));
  assert.equal(error.param, "n");
  await browser.getByLabel("Request", { exact: true }).getByText(error.message).waitFor();
  await browser.getByLabel("n", { exact: true }).fill("many");
  await send(browser, "400");
  assert.equal(JSON.parse(await body(browser)).error.code, "invalid_type");
}, { errors: /status of 400/ });

test("The body can be edited as JSON", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "reapi"));
  await browser.getByRole("button", { name: "Edit as JSON" }).click();
  await browser.getByLabel("Body", { exact: true }).fill('{"prompt": "A pier", "n": true');
  await browser.getByText("This is not JSON. It is sent as it is.").waitFor();
  await send(browser, "400");
  await browser.getByLabel("Body", { exact: true }).fill('{"model": "gpt-image-2-official", "prompt": "A pier", "quality": "high"}');
  await browser.getByRole("button", { name: "Edit in the form" }).click();
  assert.equal(await browser.getByLabel("quality", { exact: true }).locator("option:checked").innerText(), "high");
  await send(browser, "200");
}, { errors: /status of 400/ });

test("A form with a file edits an image, and so does its command", async ({ page: browser, darkroom, open }) => {
  const folder = await mkdtemp(join(tmpdir(), "darkroom-try-"));
  try {
    const name = `it's "a" photo;.png`;
    await writeFile(join(folder, name), png());
    await open(page(darkroom, "openai", "edit"));
    await browser.getByLabel("Body type").selectOption("Form with files");
    await browser.getByLabel("image", { exact: true }).setInputFiles(join(folder, name));
    await browser.getByLabel("model", { exact: true }).fill("gpt-image-2");
    await browser.getByLabel("prompt", { exact: true }).fill("@it's; a <pier>");
    await send(browser, "200");
    await response(browser).getByRole("img").first().waitFor();
    assert.ok(JSON.parse(await bash(await command(browser), { cwd: folder })).data[0].b64_json);
    await screenshot(browser, "try-edit");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("Hostile text stays text, in the page and in the shell", async ({ page: browser, darkroom, open }) => {
  const hostile = `'; touch /tmp/darkroom-hostile; $(touch x) \`id\` "\\ <img src=x onerror=alert(1)> \u202e!! {a,b} \n-d @/etc/passwd`;
  await open(page(darkroom, "aivideoapi"));
  await browser.getByLabel("prompt", { exact: true }).fill(hostile);
  const key = await browser.getByLabel("Key", { exact: true }).inputValue();
  const { data } = JSON.parse(await bash(await command(browser)));
  const task = await fetch(`${darkroom.url}/_darkroom/tasks/${data.taskId}`, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal((await task.json()).prompt, hostile);
  await send(browser, "200");
  assert.equal(await browser.locator("img[src='x']").count(), 0);
});

test("A stream is shown as it arrives", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "openai"));
  await browser.getByLabel("stream", { exact: true }).selectOption("true");
  await browser.getByLabel("partial_images", { exact: true }).fill("2");
  await send(browser, "200");
  await response(browser).getByText("3 events").waitFor();
  await response(browser).getByRole("img", { name: "Image 3" }).waitFor();
});

test("A connection that a fault ends is explained", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "aivideoapi"));
  await browser.getByLabel("prompt", { exact: true }).fill("A pier [[reset]]");
  await browser.getByRole("button", { name: "Send", exact: true }).click();
  await response(browser).getByRole("alert").getByText("No response arrived").waitFor();
  await browser.getByLabel("prompt", { exact: true }).fill("A pier [[truncate]]");
  await send(browser, "200");
  await response(browser).getByRole("alert").getByText("The response ended too early").waitFor();
}, { errors: /net::ERR/ });

test("The link opens the sandbox of the key", async ({ page: browser, darkroom, open }) => {
  await open(page(darkroom, "azure"));
  await send(browser, "200");
  await response(browser).getByRole("link", { name: "Open the sandbox" }).click();
  await browser.waitForURL(/#\/sandboxes\/[0-9a-f]+/);
  await browser.getByRole("navigation", { name: "Views" }).waitFor();
});

test("Every operation of every contract has a form", async ({ page: browser, darkroom, open }) => {
  for (const { name } of VENDORS) {
    await open(page(darkroom, name));
    const operations = browser.getByLabel("Operation");
    for (const value of await operations.locator("option").evaluateAll((options) => options.map((option) => option.value))) {
      await operations.selectOption(value);
      await browser.getByRole("button", { name: "Send", exact: true }).waitFor();
      assert.match(await command(browser), /^(export DARKROOM_KEY=.*\n)?curl /);
    }
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`The page is accessible and fits a phone (${colorScheme})`, async ({ page: browser, darkroom, open }) => {
    await open(page(darkroom, "openai"));
    await send(browser, "200");
    await response(browser).getByRole("img").first().waitFor();
    await assertAccessible(browser);
    const { y } = await response(browser).getByRole("heading", { name: "Response" }).boundingBox();
    assert.ok(y >= 0 && y < 844, "the page shows the response");
    assert.ok(await browser.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page");
    await screenshot(browser, `try-phone-${colorScheme}`);
  }, { colorScheme, viewport: { width: 390, height: 844 } });
}

/** An opaque gray PNG image of 64×64 pixels. */
function png() {
  const chunk = (type, data) => {
    const content = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(content) >>> 0, 4);
    return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 64, 0, 0, 0, 64, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(Buffer.alloc(64 * 65, 0).map((_, index) => (index % 65 === 0 ? 0 : 128)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}
