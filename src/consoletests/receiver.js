/** A receiver of callbacks. */

import { once } from "node:events";
import { createServer } from "node:http";

/** @param statuses of the responses, in order; the last one repeats. @return the receiver's `url` and `stop()` */
export async function startReceiver(...statuses) {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(statuses.length > 1 ? statuses.shift() : statuses[0]).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/callbacks`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
