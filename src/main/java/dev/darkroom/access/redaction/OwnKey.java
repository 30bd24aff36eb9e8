package dev.darkroom.access.redaction;

import dev.darkroom.access.ApiKey;

/** Finds one key, which may have any visible ASCII characters, in any place. */
final class OwnKey {

    /** How many characters a mask shows. */
    private static final int MAX_SHOWN = 5;

    /** Characters that JSON or XML writes as short escapes. */
    private static final String ESCAPED = "\"\\&<>'";

    /** A character that no key has. */
    private static final char NO_MATCH = '\uFFFF';

    private final String value;
    private final int landmark;

    OwnKey(ApiKey key) {
        this.value = key.value();
        this.landmark = KeyPattern.landmark(value);
    }

    String value() {
        return value;
    }

    /** Where the {@link KeyPattern#landmark landmark} of the key is. */
    int landmark() {
        return landmark;
    }

    /** Whether the landmark of the key stands here, with the rest of the key around it. */
    boolean isLandmark(CharSequence text, int at) {
        return at >= landmark && KeyPattern.begins(text, at - landmark, value);
    }

    /** Whether a document may escape the key without a percent sign or a number. */
    boolean hasShortEscapes() {
        for (int i = 0; i < value.length(); i++) {
            if (ESCAPED.indexOf(value.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Searches with the algorithm of Knuth, Morris and Pratt, whose time is linear for every text. */
    void find(DecodedText text, Extent extent, Masks masks) {
        int[] borders = borders(value);
        int matched = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = character(text, i, extent);
            while (matched > 0 && value.charAt(matched) != c) {
                matched = borders[matched - 1];
            }
            if (value.charAt(matched) == c) {
                matched++;
            }
            if (matched == value.length()) {
                int start = i + 1 - matched;
                int end = wordEnd(text, i + 1);
                masks.shorten(text.start(start), text.start(end), text.substring(start, end));
                matched = 0;
                i = end - 1;
            }
        }
        if (matched > MAX_SHOWN && extent == Extent.BEGINNING) {
            int start = text.length() - matched;
            masks.shorten(text.start(start), text.start(text.length()), text.substring(start, text.length()));
        }
    }

    /** In a document, quotation marks and backslashes that are not escaped are no part of a text. */
    private static char character(DecodedText text, int index, Extent extent) {
        char c = text.charAt(index);
        boolean isSyntax = extent == Extent.DOCUMENT && (c == '"' || c == '\\') && text.isPlain(index);
        return isSyntax ? NO_MATCH : c;
    }

    /** A word that begins with the key is masked whole. Otherwise its end could look like a key of its own. */
    private static int wordEnd(DecodedText text, int start) {
        int end = start;
        while (end < text.length() && KeyPattern.isKeyCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** For each beginning of the key, the length of the longest shorter beginning that it ends with. */
    private static int[] borders(String key) {
        int[] borders = new int[key.length()];
        int matched = 0;
        for (int i = 1; i < key.length(); i++) {
            while (matched > 0 && key.charAt(matched) != key.charAt(i)) {
                matched = borders[matched - 1];
            }
            if (key.charAt(matched) == key.charAt(i)) {
                matched++;
            }
            borders[i] = matched;
        }
        return borders;
    }
}
