/** Ends with status 0 if everything that the tests need is installed, and otherwise says what is missing. */

import { findChromium } from "./chromium.js";

const hasPackages = await import("playwright-core").then(
  () => true,
  () => false,
);
const missing = [
  ...(hasPackages ? [] : ["npm --prefix src/consoletests ci"]),
  ...(findChromium() ? [] : ["npm --prefix src/consoletests run browser"]),
];
if (missing.length > 0) {
  console.log(`To install what they need, run: ${missing.join(" && ")}`);
  process.exit(1);
}
