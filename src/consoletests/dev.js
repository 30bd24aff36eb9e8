/**
 * For work on the console: serves src/main/webui as it is, without a build, and passes all other requests to a Darkroom.
 * Run it with: npm --prefix src/consoletests run dev -- http://localhost:8080 9000
 */

import { createReadStream, existsSync } from "node:fs";
import { createServer, request as send } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The page, and the libraries that Maven has unpacked for it. */
const FOLDERS = ["../main/webui/", "../../target/webui/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const PATH = "/_darkroom/console/";
const NAME = /^([a-z0-9-]+\/)?[a-z0-9-]+\.[a-z]+$/;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

const [darkroom = "http://localhost:8080", port = "9000"] = process.argv.slice(2);

createServer((request, response) => {
  const name = request.url.split("?")[0].replace(PATH, "") || "index.html";
  const file = NAME.test(name) ? FOLDERS.map((folder) => join(folder, name)).find(existsSync) : undefined;
  if (request.url.startsWith(PATH) && file) {
    response.writeHead(200, { "Content-Type": `${TYPES[extname(file)] ?? "text/plain"};charset=UTF-8`, "Cache-Control": "no-store" });
    createReadStream(file).pipe(response);
  } else {
    pass(request, response);
  }
}).listen(Number(port), "localhost", () => console.log(`The console is at http://localhost:${port}${PATH}`));

function pass(request, response) {
  const target = new URL(darkroom);
  const { method, url: path, headers } = request;
  const passed = send({ host: target.hostname, port: target.port, method, path, headers }, (received) => {
    response.writeHead(received.statusCode, received.headers);
    received.pipe(response);
    received.on("aborted", () => response.destroy());
    response.on("close", () => received.destroy());
  });
  passed.on("error", () => response.destroy());
  request.pipe(passed);
}
