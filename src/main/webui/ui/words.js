/** The words of a filter or a search. Letter case does not matter. */

export function wordsOf(query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** @param text in lower case */
export function hasWords(text, words) {
  return words.every((word) => text.includes(word));
}
