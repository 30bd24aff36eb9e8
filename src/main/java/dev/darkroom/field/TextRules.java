package dev.darkroom.field;

import java.util.Optional;

/** Rules for text that comes from outside. */
public final class TextRules {

    private TextRules() {}

    /** What makes a text unfit to be stored, drawn or sent back; empty when it is fit. */
    public static Optional<String> flaw(String text) {
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

    /** Safe to quote in a header or a log line: visible ASCII, at most {@code max} characters. */
    public static String quotable(String text, int max) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(max).forEach(c -> safe.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return text.codePointCount(0, text.length()) > max ? safe.append("...").toString() : safe.toString();
    }
}
