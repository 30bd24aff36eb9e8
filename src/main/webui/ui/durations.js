/** Durations as the control API writes them: "500ms", "30s", "5m", "24h" or "PT30S". */

const ISO = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,9})?)S)?$/;
const SHORT = /^(\d{1,15}) ?(ms|s|m|h|d)?$/i;
const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** The milliseconds of a duration; undefined for another text. */
export function milliseconds(text) {
  const iso = ISO.exec(text);
  if (iso) {
    const [, hours = 0, minutes = 0, seconds = 0] = iso;
    return Math.round((hours * 3600 + minutes * 60 + Number(seconds)) * 1e9) / 1e6;
  }
  const short = SHORT.exec(text.trim());
  return short ? short[1] * UNITS[(short[2] ?? "s").toLowerCase()] : undefined;
}

/** A duration in its shortest form, such as "90s" for "PT1M30S". A text that is none stays as it is. */
export function shortDuration(text) {
  const value = milliseconds(text);
  if (value === undefined || !Number.isInteger(value)) {
    return text;
  }
  if (value === 0) {
    return "0s";
  }
  const [unit, size] = Object.entries(UNITS).find(([, candidate]) => value % candidate === 0);
  return `${value / size}${unit}`;
}
