/** The images in a response: in Base64, or at addresses of this server. */

import { parsed } from "../ui/json.js";

const TYPES = [
  ["iVBORw0KGgo", "image/png"],
  ["/9j/", "image/jpeg"],
  ["UklGR", "image/webp"],
];
const MIN_LENGTH = 64;
const SHOWN_LENGTH = 48;
const MAX_IMAGES = 20;

/**
 * @param value the JSON of the response
 * @param origin of this server
 * @return for each image `type` and `base64`, or `url`
 */
export function imagesIn(value, origin) {
  const found = [];
  collect(value, origin, found);
  const seen = new Set();
  return found.filter((image) => !seen.has(image.url ?? image.base64) && seen.add(image.url ?? image.base64)).slice(0, MAX_IMAGES);
}

function collect(value, origin, found) {
  if (typeof value === "string") {
    collectText(value, origin, found);
  } else if (typeof value === "object" && value !== null) {
    Object.values(value).forEach((inner) => collect(inner, origin, found));
  }
}

function collectText(text, origin, found) {
  const type = typeOf(text);
  if (type) {
    found.push({ type, base64: text });
  } else if (text.startsWith(`${origin}/`)) {
    found.push({ url: text });
  } else if (text.startsWith("{")) {
    const json = parsed(text);
    json !== undefined && collect(json, origin, found);
  }
}

function typeOf(text) {
  return text.length >= MIN_LENGTH ? TYPES.find(([start]) => text.startsWith(start))?.[1] : undefined;
}

/** The JSON with the beginnings of its images in Base64. */
export function withoutImages(value) {
  if (typeof value === "string" && typeOf(value)) {
    return `${value.slice(0, SHOWN_LENGTH)}… (${value.length} characters of Base64)`;
  }
  if (Array.isArray(value)) {
    return value.map(withoutImages);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutImages(inner)]))
    : value;
}

export function blobOf({ type, base64 }) {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type });
}
