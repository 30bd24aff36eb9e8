import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { contract, FOLDER, run, VENDORS } from "../run.js";

/** The files in bodies/ import the types, and mark what must not compile with @ts-expect-error. */
test("requests compile against the types that openapi-typescript generates by default", async () => {
  await mkdir(new URL("generated/", FOLDER), { recursive: true });
  for (const vendor of VENDORS) {
    const types = astToString(await openapiTS(pathToFileURL(contract(vendor))));
    await writeFile(new URL(`generated/${vendor}.ts`, FOLDER), types);
  }

  const { status, output } = run("tsc");

  assert.equal(status, 0, output);
});
