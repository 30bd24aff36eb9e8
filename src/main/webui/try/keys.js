/** API keys for requests of this page. They are kept in memory only, by vendor. */

const RANDOM_LENGTH = 12;

/** Azure's keys have no prefix, but at least this many characters. */
const MIN_LENGTH = 32;
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

const keys = new Map();

/** The key that the user last used for a vendor, otherwise a new one. */
export function keyFor(vendor) {
  if (!keys.has(vendor.name)) {
    keys.set(vendor.name, newKey(vendor));
  }
  return keys.get(vendor.name);
}

export function rememberKey(vendor, key) {
  keys.set(vendor.name, key);
}

/**
 * A new key of a vendor's form.
 *
 * @param vendor as GET /vocabulary lists it. A prefix that is only this vendor's comes after one that others also have
 * @param trigger the word of a key trigger, which changes the sandbox of the key
 */
export function newKey({ key_prefixes: prefixes }, trigger) {
  const start = `${prefixes[1] ?? prefixes[0] ?? ""}${trigger ? `darkroom-${trigger}-` : "try-"}`;
  return start + random(prefixes.length > 0 ? RANDOM_LENGTH : Math.max(RANDOM_LENGTH, MIN_LENGTH - start.length));
}

function random(length) {
  return [...crypto.getRandomValues(new Uint32Array(length))].map((number) => ALPHABET[number % ALPHABET.length]).join("");
}
