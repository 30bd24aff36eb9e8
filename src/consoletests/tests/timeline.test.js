import assert from "node:assert/strict";
import { assertAccessible, screenshot, test } from "../console.js";
import { startProxy } from "../proxy.js";
import { startReceiver } from "../receiver.js";
import { BROKEN_POLL, button, clockText, edges, isFollowing, pixels, present, row, scene } from "../timeline.js";

const LOST = /ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to load resource/;

/** A task may have no callbacks. */
const NOT_FOUND = /status of 404/;

test("A lane appears with its prompt, and shows its status while it changes", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  await page.getByText("There is no task yet").waitFor();
  const first = await sandbox.create("A lighthouse in fog");
  await row(page, /pending A lighthouse in fog aivideoapi/).waitFor();
  await sandbox.control("POST", "clock", { advance: "2s" });
  await row(page, /processing A lighthouse in fog/).waitFor();
  await sandbox.create("A red fox");
  await sandbox.control("POST", `tasks/${first}/fail`);
  await row(page, /failed A lighthouse in fog/).waitFor();
  await sandbox.control("POST", "clock", { advance: "10s" });
  await row(page, /completed A red fox/).waitFor();
  const names = await page.getByRole("list", { name: "Tasks" }).getByRole("link").allTextContents();
  assert.match(names[0], /lighthouse/);
  assert.match(names[1], /fox/);
});

test("Polls, downloads, faults, callbacks and refusals are marks of their lanes", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const receiver = await startReceiver(500, 200);
  try {
    await open(sandbox.page());
    await sandbox.control("POST", "faults", { rules: [BROKEN_POLL] });
    const id = await sandbox.create("A lighthouse in fog", { callback: receiver.url });
    await sandbox.control("POST", "clock", { advance: "1500ms" });
    await sandbox.send("GET", `/aivideoapi/v1/tasks/${id}`, undefined, { allowErrors: true });
    await sandbox.control("POST", "clock", { advance: "5s" });
    const { output } = await sandbox.poll(id);
    await sandbox.send("GET", new URL(output.urls[0]).pathname);
    await sandbox.control("POST", "clock", { advance: "200s" });
    await sandbox.send("POST", "/aivideoapi/v1/images/generations", {}, { allowErrors: true });
    const lane = row(page, /2 polls, 1 download, 2 callback attempts \(1 refused, 1 delivered\), fault polls-break/);
    await lane.waitFor();
    await page.getByRole("link", { name: /Refused and other requests.*1 request/ }).waitFor();
    assert.ok((await pixels(page, "--fault")) > 20, "the fault is red");
    await screenshot(page, "timeline-callbacks");

    const seen = [];
    const said = page.locator(".timeline").getByRole("status");
    await lane.focus();
    for (const expected of [/Create: status 200/, /Poll: status 503.*Fault: polls-break/]) {
      await page.keyboard.press("Shift+ArrowRight");
      await said.getByText(expected).waitFor();
      seen.push(await said.textContent());
    }
    await page.getByRole("tooltip").getByText("Fault: polls-break").waitFor();
    await screenshot(page, "timeline-fault");
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`task=${id}&exchange=\\d+`));

    await page.getByRole("link", { name: /Refused and other requests/ }).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await said.getByText(/Create: status 400/).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/requests\?exchange=\d+/);
  } finally {
    receiver.stop();
  }
}, { errors: NOT_FOUND });

test("The pointer shows what a mark is, and opens it", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  const id = await sandbox.create("A lighthouse in fog");
  const lane = row(page, /A lighthouse in fog/);
  await lane.waitFor();
  const { x, y } = await present(page, lane);
  await page.mouse.move(x - 100, y);
  await page.mouse.move(x, y);
  await page.getByRole("tooltip").getByText(/Create: status 200/).waitFor();
  await page.getByRole("tooltip").getByText("POST /aivideoapi/v1/images/generations").waitFor();
  await page.mouse.click(x, y);
  await page.waitForURL(new RegExp(`task=${id}&exchange=\\d+`));
  await page.goto(sandbox.page());
  await lane.click();
  await page.waitForURL(new RegExp(`task=${id}$`));
  await page.locator('.timeline a[aria-current="true"]').waitFor();
}, { errors: NOT_FOUND });

test("Buttons and keys zoom, move, fit, and follow the clock", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create("A lighthouse");
  await open(sandbox.page());
  const lane = row(page, /A lighthouse/);
  await lane.waitFor();
  await page.getByText(/^30 s in view/).waitFor();
  assert.equal(await isFollowing(page), "true");
  await button(page, "Zoom in").click();
  await page.getByText(/^20 s in view/).waitFor();
  await lane.focus();
  await page.keyboard.press("+");
  await page.getByText(/^13.33 s in view/).waitFor();
  await page.keyboard.press("-");
  await button(page, "Zoom out").click();
  await page.getByText(/^30 s in view/).waitFor();

  const [start] = await edges(page);
  await sandbox.control("POST", "clock", { advance: "60s" });
  await row(page, /completed A lighthouse/).waitFor();
  await page.getByText(/frozen at/).waitFor();
  await page.waitForFunction((old) => !document.querySelector(".timeline-toolbar").textContent.includes(old), `from ${clockText(start)}`);
  const [moved] = await edges(page);
  assert.equal(moved - start, 60, "the window followed the clock");

  await lane.focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await isFollowing(page), "false");
  const [panned] = await edges(page);
  assert.ok(panned > moved);
  await button(page, "Now").click();
  await page.getByText(`from ${clockText(moved)}`).waitFor();
  assert.equal(await isFollowing(page), "false");

  await button(page, "Fit").click();
  await page.getByText(/^1 min \d+ s in view/).waitFor();
  await button(page, "Follow").click();
  assert.equal(await isFollowing(page), "true");
  const { x, y } = await present(page, lane);
  await page.mouse.move(x, y + 60);
  await page.mouse.down();
  await page.mouse.move(x, 5);
  await page.mouse.up();
  await page.mouse.move(x + 60, y + 60);
  await page.mouse.move(x, y + 60);
  assert.equal(await isFollowing(page), "true", "a button that was released elsewhere drags nothing");
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 60, { steps: 4 });
  await page.mouse.up();
  assert.equal(await isFollowing(page), "false");
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -200);
  await page.keyboard.up("Control");
  await page.getByText(/^1 min \d+ s in view/).waitFor({ state: "detached" });
});

test("A frozen clock looks frozen", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.create("A lighthouse");
  await open(sandbox.page());
  await row(page, /A lighthouse/).waitFor();
  await page.getByText(/frozen at \d\d:\d\d:\d\d\.\d{3}/).waitFor();
  assert.ok((await pixels(page, "--frozen")) > 500, "the line of the present is icy");
  await screenshot(page, "timeline-frozen");
  await sandbox.control("POST", "clock", { resume: true });
  await page.getByText(/follows the clock$/).waitFor();
  await page.waitForFunction(() => !document.querySelector(".timeline-toolbar").textContent.includes("frozen"));
  assert.equal(await pixels(page, "--frozen"), 0);
  await screenshot(page, "timeline-running");
});

test("What happens while the connection is cut is there afterwards, once", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  const receiver = await startReceiver(500, 200);
  const proxy = await startProxy(darkroom.url);
  try {
    const first = await sandbox.create("Before the cut", { callback: receiver.url });
    await sandbox.poll(first);
    await open(sandbox.page().replace(darkroom.url, proxy.url));
    await row(page, /pending Before the cut aivideoapi ?, 1 poll$/).waitFor();
    proxy.cut();
    await page.getByText(/The connection is lost.*No connection to the server/).waitFor();
    await page.getByRole("region", { name: "Clock" }).getByText("no connection").waitFor();
    await sandbox.poll(first);
    await sandbox.create("During the cut");
    await sandbox.control("POST", "clock", { advance: "250s" });
    await sandbox.poll(first);
    proxy.restore();
    await row(page, /completed Before the cut aivideoapi ?, 3 polls, 2 callback attempts \(1 refused, 1 delivered\)$/).waitFor();
    await row(page, /completed During the cut/).waitFor();
    await page.getByText(/The connection is lost/).waitFor({ state: "detached" });
    await sandbox.poll(first);
    await sandbox.create("After the cut");
    await row(page, /Before the cut aivideoapi ?, 4 polls, 2 callback attempts/).waitFor();
    await row(page, /pending After the cut/).waitFor();
    assert.equal(await page.getByRole("list", { name: "Tasks" }).getByRole("listitem").count(), 3);
    await screenshot(page, "timeline-resumed");
  } finally {
    proxy.stop();
    receiver.stop();
  }
}, { errors: LOST });

test("The lanes of a sandbox that has been reset are gone", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  await sandbox.create("Before the reset");
  await sandbox.create("Also before the reset");
  await row(page, /Also before/).waitFor();
  await sandbox.control("DELETE", "sandbox");
  await sandbox.create("After the reset");
  await row(page, /After the reset/).waitFor();
  await row(page, /before the reset/i).first().waitFor({ state: "detached" });
}, { errors: NOT_FOUND });

test("The list of 10,000 tasks has a few rows only, and the right ones", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await sandbox.control("PUT", "sandbox", { credits: 10_000_000, concurrency: null });
  await sandbox.createMany(10_000, (index) => `Task #${index}.`);
  await open(sandbox.page());
  await page.getByText("10,000 tasks").waitFor({ timeout: 60_000 });
  const rows = page.getByRole("list", { name: "Tasks" }).getByRole("listitem");
  const positions = () => rows.evaluateAll((items) => items.map((item) => Number(item.getAttribute("aria-posinset"))));
  const scroller = page.locator(".timeline-scroller");
  const at = async (position) => {
    await page.locator(`.timeline li[aria-posinset="${position}"]`).waitFor();
    assert.ok((await rows.count()) < 60, `${await rows.count()} rows`);
    assert.equal(await page.locator(`.timeline li[aria-posinset="${position}"]`).getAttribute("aria-setsize"), "10000");
  };
  await at(10_000);
  await scroller.evaluate((element) => (element.scrollTop = 36 * 4999));
  await at(5000);
  await at(5010);
  assert.ok((await positions()).filter((position) => position < 10_000).every((position) => position > 4950 && position < 5060));
  await scroller.evaluate((element) => (element.scrollTop = 0));
  await at(1);
  await row(page, /Task/).first().focus();
  await page.keyboard.press("End");
  await at(10_000);
  await page.keyboard.press("Home");
  await at(1);
  await page.getByLabel("Filter tasks").fill("#4321.");
  await row(page, /Task #4321/).waitFor();
  await page.getByText("1 of 10,000 tasks").waitFor();
  await page.getByLabel("Filter tasks").fill("");
  await sandbox.create("One more");
  await page.getByText("10,001 tasks").waitFor();
  await button(page, "Follow").click();
  await row(page, /One more/).waitFor();
  await screenshot(page, "timeline-10000");
}, { timeout: 300_000 });

const HOSTILE = [
  `<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>`,
  `"><svg onload="window.hacked=true"> {{constructor.constructor('window.hacked=true')()}} \${window.hacked=true}`,
  "javascript:window.hacked=true",
  "\u202Egnp.exe\u202C مرحبا بالعالم שלום",
  "👩‍👩‍👧‍👦🏳️‍🌈 one line\nanother line\r\n\u2028third \u0000 end",
  "A".repeat(31_000),
];

test("Hostile prompts are text", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await open(sandbox.page());
  for (const prompt of HOSTILE) {
    await sandbox.send("POST", "/aivideoapi/v1/images/generations", { model: "gpt-image-2", input: { prompt } }, { allowErrors: true });
  }
  await sandbox.create("The last one");
  await row(page, /The last one/).waitFor();
  await row(page, /<img src=x onerror="window.hacked = true"><script>/).waitFor();
  await row(page, /javascript:window/).waitFor();
  await row(page, /شلום|שלום/).waitFor();
  await row(page, /javascript:window/).hover();
  await page.getByRole("tooltip").getByText("javascript:window.hacked=true").waitFor();
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator(".timeline img, .timeline script, .timeline svg").count(), 0);
  const addresses = await page.locator(".timeline a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(addresses.every((address) => address.startsWith("#/sandboxes/")), addresses.join(" "));
  await screenshot(page, "timeline-hostile");
});

for (const colorScheme of ["light", "dark"]) {
  test(`The timeline is accessible in ${colorScheme} colors`, async ({ page, darkroom, open }) => {
    const sandbox = await darkroom.sandbox();
    await scene(sandbox);
    await open(sandbox.page());
    await row(page, /held/).waitFor();
    await page.getByText("Legend").click();
    await page.getByText("Callback delivered").waitFor();
    await assertAccessible(page);
    await screenshot(page, `timeline-legend-${colorScheme}`);
    await page.getByText("Legend").click();
    await screenshot(page, `timeline-${colorScheme}`);
  }, { colorScheme });
}

test("The timeline fits a phone", async ({ page, darkroom, open }) => {
  const sandbox = await darkroom.sandbox();
  await scene(sandbox);
  await open(sandbox.page());
  await row(page, /held/).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);
  assert.ok((await page.locator(".timeline canvas[aria-hidden]").boundingBox()).width > 150);
  await assertAccessible(page);
  await page.locator(".timeline").scrollIntoViewIfNeeded();
  await screenshot(page, "timeline-phone");
}, { viewport: { width: 390, height: 844 } });
