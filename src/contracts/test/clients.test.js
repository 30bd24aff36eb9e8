import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { startPrism } from "../prism.js";
import { contract, FOLDER, run, VENDORS } from "../run.js";
import { createSandbox, startServer } from "../server.js";

const PREFIXES = { aigenerate: "sk-aig-", aivideoapi: "sk-", azure: "", getimg: "sk_", openai: "sk-", reapi: "rk_live_" };

/** The vendors whose response to the request has the image, or its URL. */
const WITHOUT_POLLS = ["azure", "getimg", "openai"];

/** The files in bodies/ and flows/ import the types, and mark what must not compile with @ts-expect-error. */
test("requests compile against the types that openapi-typescript generates by default", async () => {
  await mkdir(new URL("generated/", FOLDER), { recursive: true });
  for (const vendor of VENDORS) {
    const types = astToString(await openapiTS(pathToFileURL(contract(vendor))));
    await writeFile(new URL(`generated/${vendor}.ts`, FOLDER), types);
  }

  const { status, output } = run("tsc");

  assert.equal(status, 0, output);
});

describe("behind Prism, which refuses what violates the document", () => {
  let server;
  before(async () => (server = await startServer()));
  after(() => server?.stop());

  for (const vendor of VENDORS) {
    describe(vendor, () => {
      let prism, sandbox, create;
      before(async () => {
        prism = await startPrism(vendor, server);
        sandbox = await createSandbox(server, PREFIXES[vendor], WITHOUT_POLLS.includes(vendor) ? "instant" : "timed");
        create = prism.operations.find((operation) => operation.method === "post");
      });
      after(() => prism?.stop());

      test("a client with generated types gets an image and its balance, if there is one", async () => {
        const { run } = await import(`../generated/js/flows/${vendor}.js`);

        const { image, balance } = await run({ url: prism.url, ...sandbox });

        assert.ok(image.byteLength > 0);
        assert.ok(balance === null || balance > 0);
      });

      test("a client with generated types gets the vendor's errors", async () => {
        const { create } = await import(`../generated/js/flows/${vendor}.js`);
        const { ApiError } = await import("../generated/js/flows/connection.js");
        const { failing, rejected } = await import(`../generated/js/bodies/${vendor}.js`);

        await assert.rejects(create({ url: prism.url, ...sandbox }, failing), ApiError);
        await assert.rejects(create({ url: prism.url, ...sandbox }, rejected), ApiError);
      });

      test("requests that compile pass, and the examples of the document", async () => {
        const { accepted } = await import(`../generated/js/bodies/${vendor}.js`);
        const examples = create.request.body.contents.flatMap((content) => content.examples.map(({ value }) => value));

        for (const body of [...accepted, ...examples]) {
          const response = await send(body);
          assert.equal(response.violations, null, JSON.stringify(body));
          assert.match(response.type, /^application\/json/, response.text);
        }
      });

      test("requests that do not compile are refused", async () => {
        const { refused } = await import(`../generated/js/bodies/${vendor}.js`);

        for (const body of [{}, ...refused]) {
          const response = await send(body);
          assert.equal(response.status, 422, `${JSON.stringify(body)}: ${response.text}`);
          assert.match(response.type, /problem\+json/);
        }
      });

      async function send(body) {
        const response = await fetch(`${prism.url}${create.path}`, {
          method: "POST",
          headers: { Authorization: `Bearer ${sandbox.key}`, "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
        const { status, headers } = response;
        const [type, violations] = ["content-type", "sl-violations"].map((name) => headers.get(name));
        return { status, type, violations, text: await response.text() };
      }
    });
  }
});
