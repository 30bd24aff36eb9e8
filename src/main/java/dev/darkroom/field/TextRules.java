package dev.darkroom.field;

import java.util.Optional;

/** Rules for text from clients. */
public final class TextRules {

    private TextRules() {}

    /** A sentence that says why a text cannot be stored, drawn or returned; empty if it can. */
    public static Optional<String> error(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("It contains the character U+0000.");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("It contains half a surrogate pair (U+%04X).".formatted((int) c));
            }
        }
        return Optional.empty();
    }

    /**
     * The text in a form that is safe in a header or a log line: {@code ?} replaces all but printable ASCII characters.
     *
     * @param max the number of code points after which {@code ...} replaces the rest
     */
    public static String quotable(String text, int max) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(max).forEach(c -> safe.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return text.codePointCount(0, text.length()) > max ? safe.append("...").toString() : safe.toString();
    }
}
