/** What the journal shows in place of a value that may be secret. */
export const MASKED = "...";
