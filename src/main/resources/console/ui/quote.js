/** A text as one word of bash. */
export function quote(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
