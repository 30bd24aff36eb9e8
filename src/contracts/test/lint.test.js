import assert from "node:assert/strict";
import { test } from "node:test";
import { contract, run, VENDORS } from "../run.js";

const DOCUMENTS = [...VENDORS, "control"].map(contract);

test("Spectral has no error, warning or hint", () => {
  const { status, output } = run("spectral", "lint", "--fail-severity", "hint", ...DOCUMENTS);

  assert.equal(status, 0, output);
});

/** The strict rules turn warnings into errors. */
test("Redocly has no error or warning", () => {
  const { status, output } = run("redocly", "lint", "--config", "redocly.yaml", ...DOCUMENTS);

  assert.equal(status, 0, output);
});
