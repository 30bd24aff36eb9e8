import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { contract } from "./run.js";

const ignore = () => {};
const silent = { child: () => silent, debug: ignore, info: ignore, success: ignore, warn: ignore, error: ignore };

/** Prism in front of a vendor's API, as with `prism proxy DOCUMENT SERVER --errors`. */
export async function startPrism(vendor, server) {
  const operations = await getHttpOperationsFromSpec(contract(vendor));
  const config = {
    isProxy: true,
    upstream: new URL(`${server.url}/${vendor}`),
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: true,
    mock: { dynamic: false },
  };
  const prism = createServer(operations, { config, cors: false, components: { logger: silent } });
  const url = await prism.listen(0, "127.0.0.1");
  return { url, operations, stop: () => prism.close() };
}
