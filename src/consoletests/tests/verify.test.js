import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { assertAccessible, screenshot, test } from "../console.js";

const run = (program, args, options) => promisify(execFile)(program, args, { timeout: 60_000, ...options });

const PROMPT = 'It\'s a "lighthouse" \\ <script>alert(1)</script> $HOME `id` \u202e';

/** A create request whose body has names and values that are hard to quote. */
async function create(sandbox) {
  const body = `{"model": "gpt-image-2", "seed": 12345678901234567890, "input": {"prompt": ${JSON.stringify(PROMPT)}, "a.b": {"it's [0]": 1.0}, "__proto__": """"}}`;
  const response = await fetch(`${sandbox.url}/aivideoapi/v1/images/generations`, {
    method: "POST",
    headers: { Authorization: `Bearer ${sandbox.key}`, "Content-Type": "application/json", "User-Agent": "<i>client</i> 1.0" },
    body: body.replace('""""', JSON.stringify('"""')),
  });
  assert.equal(response.status, 200, await response.text());
  const { exchanges } = await sandbox.control("GET", "journal?operation=create&limit=1");
  return exchanges[0].number;
}

/** Opens the view with an exchange. */
async function openExchange({ page, open }, sandbox, number) {
  await open(`${sandbox.page("verify")}?exchange=${number}`);
  await page.getByRole("button", { name: "Operation: create" }).waitFor();
}

const part = (page, name) => page.getByRole("button", { name, exact: true });

async function runVerification(page) {
  await part(page, "Run").click();
  return page.getByRole("region", { name: "Result" });
}

test("A verification made by clicks passes, and shows the matching requests", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const number = await create(sandbox);
  await open(sandbox.page());
  await page.getByRole("link", { name: "Verify" }).click();
  await page.getByLabel("Filter").fill("LIGHTHOUSE post");
  await page.getByRole("link", { name: /POST .aivideoapi.v1.images.generations.*lighthouse/ }).click();
  await part(page, "Operation: create").click();
  await part(page, "Status: 2xx").click();
  await part(page, "Fault: no fault").click();
  await part(page, "User-Agent: <i>client</i> 1.0").click();
  await part(page, "input.prompt exists").click();
  await part(page, 'model equals "gpt-image-2"').click();
  await part(page, "$.input['a.b']['it\\'s [0]'] equals 1.0").click();
  await part(page, "seed equals 12345678901234567890").click();
  await part(page, "data.taskId exists").click();
  await page.getByLabel("Times").selectOption("exactly");
  await page.getByLabel("Wait up to").fill("1s");
  const result = await runVerification(page);
  await result.getByRole("heading", { name: "Verified: 1 request matched" }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "verify");
  await result.getByRole("link", { name: `Request ${number}` }).click();
  await page.getByRole("article", { name: `Exchange ${number}` }).getByRole("link", { name: "Verify this" }).click();
  await part(page, "Operation: create").waitFor();
});

test("A verification that fails shows the nearest requests", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const number = await create(sandbox);
  await openExchange({ page, open }, sandbox, number);
  await part(page, "Operation: create").click();
  await part(page, 'model equals "gpt-image-2"').click();
  await page.getByLabel("Request body model: value").fill('"gpt-image-1"');
  const result = await runVerification(page);
  await result.getByRole("heading", { name: "Not verified: expected at least 1, and 0 of 1 request matched" }).waitFor();
  const row = result.getByRole("row").filter({ hasText: "json.model" });
  await row.getByText('"gpt-image-1"').waitFor();
  await row.getByText('"gpt-image-2"').waitFor();
  await row.getByText("no", { exact: true }).waitFor();
  await result.getByText("1 of 2 conditions hold").waitFor();
  await assertAccessible(page);
  await screenshot(page, "verify-failed");
  await page.getByLabel("Request body model: comparison").selectOption("matches");
  await page.getByLabel("Request body model: value").fill("gpt-image-[0-9]");
  await result.getByText("The verification has changed since.").waitFor();
  await part(page, "Run").click();
  await result.getByRole("heading", { name: "Verified: 1 request matched" }).waitFor();
}, { errors: /status of 406/ });

test("A part that is clicked again is no condition any more", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await openExchange({ page, open }, sandbox, await create(sandbox));
  await part(page, "Status: 200").click();
  await part(page, "Status: 2xx").click();
  assert.equal(await part(page, "Status: 200").getAttribute("aria-pressed"), "false");
  assert.equal(await page.getByLabel("Status: value").inputValue(), "2xx");
  await part(page, "Status: 2xx").click();
  await page.getByText("Without conditions, every request matches.").waitFor();
});

test("Conditions can be written without a request", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create("A lighthouse");
  await open(sandbox.page("verify"));
  await page.getByLabel("New condition").selectOption("json");
  await part(page, "Add a condition").click();
  await page.getByText("Give the path of a field.").waitFor();
  assert.equal(await part(page, "Run").isDisabled(), true);
  await page.getByLabel("Request body: path").fill("input.prompt");
  await page.getByLabel("Request body input.prompt: value").fill('"A ship"');
  await page.getByLabel("Times").selectOption("at_most");
  await page.getByLabel("Count").fill("0");
  const result = await runVerification(page);
  await result.getByRole("heading", { name: "Verified: 0 requests matched" }).waitFor();
  await page.getByLabel("Request body: path").fill("input[");
  await part(page, "Run").click();
  await page.getByRole("alert").getByText("It must be a path").waitFor();
}, { errors: /status of 400/ });

test("curl, Java and JavaScript come to the verdict that the page shows", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await openExchange({ page, open }, sandbox, await create(sandbox));
  for (const name of ["seed equals 12345678901234567890", "$.input['a.b']['it\\'s [0]'] equals 1.0", 'input.__proto__ equals "\\"\\"\\""']) {
    await part(page, name).click();
  }
  await page.getByRole("button", { name: /^input\.prompt equals/ }).click();
  await assertCodeAgrees(page, sandbox, true);
  await page.getByLabel("Request body seed: value").fill("12345678901234567891");
  await assertCodeAgrees(page, sandbox, false);
  await page.getByRole("button", { name: "Remove the condition Request body seed" }).click();
  await assertCodeAgrees(page, sandbox, true);
}, { errors: /status of 406/ });

async function assertCodeAgrees(page, sandbox, isVerified) {
  const result = await runVerification(page);
  await result.getByRole("heading", { name: isVerified ? "Verified: 1" : "Not verified" }).waitFor();
  await result.getByText("The verification has changed since.").waitFor({ state: "detached" });
  const folder = await mkdtemp(join(tmpdir(), "darkroom-console-"));
  try {
    for (const [language, check] of [["curl", runBash], ["Java", runJava], ["JavaScript", runNode]]) {
      await part(page, language).click();
      const code = await page.getByLabel(`Verification in ${language}`, { exact: true }).textContent();
      assert.ok(!code.includes(sandbox.key));
      const outcome = await check(code, folder, { env: { PATH: process.env.PATH, DARKROOM_KEY: sandbox.key } }).then(
        () => ({ isVerified: true }),
        ({ stdout, stderr }) => ({ isVerified: false, output: stdout + stderr }),
      );
      assert.equal(outcome.isVerified, isVerified, `${language}: ${outcome.output}`);
      assert.ok(isVerified || outcome.output.includes("Not verified: expected at least 1"), `${language}: ${outcome.output}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function runBash(code, folder, options) {
  return run("bash", ["-c", code], options);
}

async function runNode(code, folder, options) {
  const file = join(folder, "client-requests.test.mjs");
  await writeFile(file, code);
  return run(process.execPath, ["--test", file], options);
}

/** What the class needs of JUnit, so that the test needs no download, and a program that runs its test. */
const JUNIT = {
  "org/junit/jupiter/api/Test.java": `package org.junit.jupiter.api;
    public @interface Test {}`,
  "org/junit/jupiter/api/Assertions.java": `package org.junit.jupiter.api;
    public class Assertions {
        public static void assertEquals(int expected, int actual, String message) {
            if (expected != actual) throw new AssertionError(message);
        }
    }`,
  "Main.java": `class Main {
        public static void main(String[] args) throws Exception {
            new ClientRequestsTest().clientSendsExpectedRequests();
        }
    }`,
};

async function runJava(code, folder, options) {
  await mkdir(join(folder, "org/junit/jupiter/api"), { recursive: true });
  const files = Object.entries({ ...JUNIT, "ClientRequestsTest.java": code });
  await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
  await run("javac", ["-encoding", "UTF-8", ...files.map(([name]) => name)], { cwd: folder, ...options });
  return run("java", ["-cp", folder, "Main"], options);
}

test("The view works with the keyboard, and fits a phone", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await openExchange({ page, open }, sandbox, await create(sandbox));
  await part(page, "Operation: create").focus();
  await page.keyboard.press("Space");
  assert.equal(await part(page, "Operation: create").getAttribute("aria-pressed"), "true");
  assert.equal(await page.getByLabel("Operation", { exact: true }).inputValue(), "create");
  await part(page, "Run").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Verified: 1 request matched" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
  await screenshot(page, "verify-phone");
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
