/** Parts of the timeline, for tests. */

/** The row of a task in the list. */
export const row = (page, name) => page.getByRole("list", { name: "Tasks" }).getByRole("link", { name });
export const button = (page, name) => page.getByRole("group", { name: "Timeline" }).getByRole("button", { name, exact: true });
export const isFollowing = (page) => button(page, "Follow").getAttribute("aria-pressed");

/** The times at the edges of the window, in seconds since midnight. */
export async function edges(page) {
  const text = await page.getByText(/ in view, .*from/).textContent();
  const [, from, to] = /from (\S+) to (\S+?)(?:,|$)/.exec(text);
  return [from, to].map((time) => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
}

/** Where the present is on the canvas while the timeline follows the clock, at the height of a row. */
export async function present(page, link) {
  const canvas = await page.locator(".timeline canvas[aria-hidden]").boundingBox();
  const { y, height } = await link.boundingBox();
  return { x: canvas.x + canvas.width * 0.84, y: y + height / 2 };
}

/** How many pixels of the timeline's canvas have nearly the color of a custom property. */
export function pixels(page, property) {
  return page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement("span"));
    probe.style.color = `var(${name})`;
    const color = getComputedStyle(probe).color.match(/\d+/g).map(Number);
    probe.remove();
    const canvas = document.querySelector(".timeline canvas[aria-hidden]");
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      count += data[at + 3] > 200 && [0, 1, 2].every((part) => Math.abs(data[at + part] - color[part]) < 12) ? 1 : 0;
    }
    return count;
  }, property);
}

/** A rule that breaks one poll. */
export const BROKEN_POLL = { name: "polls-break", when: { operation: "poll", times: 1 }, then: { error: { status: 503 } } };

/** Tasks in each status, with polls and a fault. */
export async function scene(sandbox) {
  const prompts = ["A lighthouse in fog, from a boat", "A red fox asleep in the snow", "City at night, long exposure", "A glassblower", "Mountains in a lake"];
  const ids = [];
  for (const prompt of prompts) {
    ids.push(await sandbox.create(prompt));
    for (const id of ids.slice(-3)) {
      await sandbox.send("GET", `/aivideoapi/v1/tasks/${id}`, undefined, { allowErrors: true });
    }
    if (ids.length === 2) {
      await sandbox.control("POST", `tasks/${ids[1]}/fail`);
      await sandbox.control("POST", "faults", { rules: [BROKEN_POLL] });
    }
    await sandbox.control("POST", "clock", { advance: "2s" });
  }
  await sandbox.control("POST", `tasks/${ids[4]}/hold`);
  await sandbox.send("POST", "/aivideoapi/v1/images/generations", {}, { allowErrors: true });
  await sandbox.create("A bowl of cherries");
}

/** Seconds since midnight as the page shows them. */
export function clockText(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 19);
}
