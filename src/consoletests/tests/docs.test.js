import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { assertAccessible, screenshot, test } from "../console.js";

const docs = (darkroom, path = "") => `${darkroom.url}/_darkroom/console/#/docs${path}`;

/** What Markdown leaves in a text that is not rendered: marks around words, links, headings, tables and fences. */
const LEFTOVERS = /\*\*\w|\]\(|^#{1,6} |^\||^\s*```|\|---/m;

test("All pages and fidelity tables are rendered, with this server's address", async ({ page, darkroom, open }) => {
  await open(docs(darkroom));
  const navigation = page.getByRole("navigation", { name: "Docs" });
  await navigation.getByRole("link").first().waitFor();
  const addresses = await navigation.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(addresses.length > 20, addresses.join(" "));
  for (const address of addresses) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await navigation.locator(`a[href="${address}"][aria-current="page"]`).waitFor();
    await page.locator("article.doc h1").waitFor();
    const { prose, code, links, tables, blocks } = await page.locator("article.doc").evaluate((article) => {
      const code = [...article.querySelectorAll("code, pre")].map((element) => element.textContent).join("\n");
      const links = [...article.querySelectorAll("a")].map((link) => link.getAttribute("href"));
      const [tables, blocks] = ["table", "pre"].map((name) => article.querySelectorAll(name).length);
      const copy = article.cloneNode(true);
      copy.querySelectorAll("code, pre").forEach((element) => element.remove());
      return { prose: copy.textContent, code, links, tables, blocks };
    });
    const markdown = await source(darkroom, address);
    assert.equal(tables, markdown.match(/^\|[-:|]+\|$/gm)?.length ?? 0, address);
    assert.equal(blocks, (markdown.match(/^ *```/gm)?.length ?? 0) / 2, address);
    assert.doesNotMatch(prose, LEFTOVERS, address);
    assert.doesNotMatch(code, /localhost:8080/, address);
    assert.ok(links.every((link) => /^(#\/docs|https?:|\/)/.test(link)), `${address}: ${links}`);
  }
});

/** The Markdown of the page of the console at an address such as "#/docs/storm". */
async function source(darkroom, address) {
  const path = address.includes("/fidelity/") ? `${address.slice("#/docs/".length)}.md` : address.replace(/^#\/(docs.*?)$/, (_, page) => (page === "docs" ? page : `${page}.md`));
  const response = await fetch(`${darkroom.url}/_darkroom/${path}`);
  assert.equal(response.status, 200, path);
  return response.text();
}

test("A command of the docs runs as it is copied", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "/report"));
  await page.getByRole("heading", { name: "A report on my client for CI" }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "docs");
  const folder = await mkdtemp(join(tmpdir(), "darkroom-console-"));
  try {
    const commands = [];
    for (const number of [1, 2]) {
      await page.getByRole("button", { name: `Copy: Commands ${number}`, exact: true }).click();
      await page.getByRole("button", { name: `Copy: Commands ${number}`, exact: true }).getByText("Copied").waitFor();
      commands.push(await page.evaluate(() => navigator.clipboard.readText()));
    }
    assert.ok(commands[0].includes(darkroom.url));
    const { stdout } = await promisify(execFile)("bash", ["-c", commands.join("\n")], { cwd: folder, timeout: 60_000 });
    assert.match(stdout, /<testsuite name="darkroom".* failures="3"/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("Output looks different from commands, and has no button that copies it", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "/verify"));
  const output = page.locator("article.doc figure.output").first();
  await output.getByText("Output", { exact: true }).waitFor();
  assert.equal(await page.locator("article.doc figure.output button").count(), 0);
  await page.getByRole("button", { name: /^Copy: Commands/ }).first().waitFor();
  assert.equal(await page.getByRole("button", { name: /^Copy: (Output|JSON)/ }).count(), 0);
  await assertAccessible(page);
  await screenshot(page, "docs-output");
});

test("The search finds Retry-After, and leads to its section", async ({ page, darkroom, open }) => {
  await open(docs(darkroom));
  await page.getByLabel("Search the docs").pressSequentially("Retry-After");
  const results = page.getByRole("region", { name: "Search results" });
  await results.getByRole("heading", { name: /\d+ results for/ }).waitFor();
  await results.locator("mark", { hasText: "Retry-After" }).first().waitFor();
  await assertAccessible(page);
  await screenshot(page, "docs-search");
  await page.getByLabel("Search the docs").press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  const heading = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("Enter");
  await results.waitFor({ state: "detached" });
  await page.locator("article.doc").getByText("Retry-After").first().waitFor();
  await page.waitForFunction((text) => document.activeElement.textContent === text, heading);
  await page.goBack();
  await results.getByRole("heading", { name: /\d+ results for/ }).waitFor();
  await page.getByLabel("Search the docs").press("Escape");
  await page.getByRole("heading", { name: "Darkroom's cookbook" }).waitFor();
});

test("A fidelity table can be filtered by text and certainty", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "/fidelity/aivideoapi"));
  const rules = page.getByRole("region", { name: "Rules" });
  await rules.getByLabel("Filter the rules").fill("allowed ips ten");
  await rules.getByText(/^1 of \d+ rules$/).waitFor();
  assert.equal(await rules.getByRole("row").count(), 2);
  await rules.getByLabel("Filter the rules").fill("allowed ips");
  await rules.getByLabel("Certainty").selectOption("inferred");
  await rules.getByText(/^[2-9] of \d+ rules$/).waitFor();
  await rules.getByRole("cell", { name: "allowed ips: the message names the address" }).waitFor();
  assert.equal(await rules.getByRole("cell", { name: "documented", exact: true }).count(), 0);
  await assertAccessible(page);
  await screenshot(page, "docs-fidelity");
});

test("A rule that the search finds is shown in its table", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "?search=accepts at most ten entries"));
  await page.getByRole("link", { name: "allowed ips: accepts at most ten entries" }).first().click();
  await page.getByText(/^1 of \d+ rules$/).waitFor();
});

test("Links lead to other pages, and headings can be linked", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "/verify"));
  await page.locator("article.doc").getByRole("link", { name: "parallel-tests.md" }).click();
  await page.waitForURL(/#\/docs\/parallel-tests$/);
  await page.waitForFunction(() => document.activeElement.matches("article.doc h1"));
  await open(docs(darkroom, "/clients?at=doc-the-hosts"));
  await page.waitForFunction(() => document.activeElement.id === "doc-the-hosts");
  await open(docs(darkroom, "/no-such-page"));
  await page.getByRole("alert").getByText("There is no page with this name").waitFor();
}, { errors: /status of 404/ });

test("Links lead to the console, to this server or to other sites, and nowhere else", async ({ page, darkroom, open }) => {
  const known = {
    "faults.md": "#/docs/faults",
    "faults.md#the-times": "#/docs/faults?at=doc-the-times",
    "#the-times": "#/docs/storm?at=doc-the-times",
    "index.md": "#/docs",
    "/_darkroom/docs/faults.md": "#/docs/faults",
    "/_darkroom/fidelity/openai.md": "#/docs/fidelity/openai",
    "/q/swagger-ui": "/q/swagger-ui",
    "https://example.com/a": "https://example.com/a",
  };
  const unknown = ["javascript:alert(1)", "data:text/html,x", "//example.com", "/\\example.com", "../README.md"];
  const body = `# Links\n\n${[...Object.keys(known), ...unknown].map((href, index) => `[link ${index}](<${href}>)`).join("\n\n")}\n\nEnd`;
  await page.route("**/_darkroom/docs/storm.md", (route) => route.fulfill({ contentType: "text/markdown", body }));
  await open(docs(darkroom, "/storm"));
  const article = page.locator("article.doc");
  await article.getByText("End", { exact: true }).waitFor();
  const addresses = await article.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(addresses, Object.values(known));
  await article.getByText(`link ${Object.keys(known).length}`).waitFor();
});

test("A document brings no markup and no addresses of its own", async ({ page, darkroom, open }) => {
  const hostile = `# Title <img src=x onerror=alert(1)>

<script>alert(1)</script>

[a](javascript:alert(1)) [b](https://example.com/) ![image](https://example.com/x.png) *em* **strong** ~~del~~

> quote

1. one
2. two
   - nested
   - [x] done

| a | b |
|:-:|--:|
| <b>x</b> | \`<i>\` |
`;
  await page.route("**/_darkroom/docs/storm.md", (route) => route.fulfill({ contentType: "text/markdown", body: hostile }));
  await open(docs(darkroom, "/storm"));
  const article = page.locator("article.doc");
  await article.getByText("<script>alert(1)</script>").waitFor();
  assert.equal(await article.locator("script, img, b, i").count(), 0);
  assert.deepEqual(await article.locator("a").evaluateAll((links) => links.map((link) => [link.href, link.rel])), [["https://example.com/", "noopener noreferrer"]]);
  assert.equal(await article.locator("blockquote").count(), 1);
  assert.equal(await article.locator("ol > li > ul > li").count(), 2);
  await article.getByRole("cell", { name: "<b>x</b>" }).waitFor();
});

test("The docs fit a phone", async ({ page, darkroom, open }) => {
  await open(docs(darkroom, "/dialects"));
  await page.getByRole("heading", { name: "What would another seller change?" }).waitFor();
  assert.equal(await page.getByRole("navigation", { name: "Docs" }).isVisible(), false);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await assertAccessible(page);
  await screenshot(page, "docs-phone");
  await page.getByText("All pages").click();
  await page.getByRole("navigation", { name: "Docs" }).getByRole("link", { name: /^storm/ }).click();
  await page.getByRole("navigation", { name: "Docs" }).waitFor({ state: "hidden" });
}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
