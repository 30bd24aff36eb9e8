/** A connection between the browser and the server that a test can cut. */

import { createServer, connect } from "node:net";
import { once } from "node:events";

/** @param url of the server. @return the proxy's `url`, `cut()`, `restore()` and `stop()` */
export async function startProxy(url) {
  const { hostname, port } = new URL(url);
  const sockets = new Set();
  let isCut = false;
  const keep = (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((client) => {
    keep(client);
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(port), hostname);
    keep(upstream);
    client.pipe(upstream).pipe(client);
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const drop = () => sockets.forEach((socket) => socket.destroy());
  return {
    url: `http://localhost:${server.address().port}`,
    cut() {
      isCut = true;
      drop();
    },
    restore() {
      isCut = false;
    },
    stop() {
      drop();
      server.close();
    },
  };
}
