/** Reads the events of a stream (text/event-stream) from the pieces of its text. */
export class EventStream {
  rest = "";

  /**
   * Adds a piece of the text. Comments, which have no data, are left out.
   *
   * @return the events that are complete now: `event` (its name, "message" without one) and `data`
   */
  read(piece) {
    const blocks = (this.rest + piece).replaceAll("\r\n", "\n").split("\n\n");
    this.rest = blocks.pop();
    return blocks.map(parse).filter(({ data }) => data !== "");
  }
}

function parse(block) {
  const lines = block.split("\n");
  const field = (name) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).replace(/^ /, ""));
  return { event: field("event")[0] ?? "message", data: field("data").join("\n") };
}
