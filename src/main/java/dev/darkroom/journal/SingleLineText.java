package dev.darkroom.journal;

/** Texts of any kind, made fit for a line that a person reads. Characters are counted as code points. */
final class SingleLineText {

    private static final String DOTS = "...";

    private SingleLineText() {}

    /** With what no line can hold, half surrogate pairs included, written as JSON would write it. */
    static String of(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        line.appendCodePoint(c);
                    } else {
                        line.append("\\u%04x".formatted(c));
                    }
                }
            }
        });
        return line.toString();
    }

    /** At most so many characters, at least a dozen, of its beginning and its end. */
    static String shortened(String text, int most) {
        int length = length(text);
        if (length <= most) {
            return text;
        }
        int end = (most - DOTS.length()) / 2;
        int beginning = most - DOTS.length() - end;
        return text.substring(0, text.offsetByCodePoints(0, beginning))
                + DOTS
                + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** Where the first character is that only one of them has. */
    static int parting(String one, String other) {
        int[] a = one.codePoints().toArray();
        int[] b = other.codePoints().toArray();
        int at = 0;
        while (at < a.length && at < b.length && a[at] == b[at]) {
            at++;
        }
        return at;
    }

    /** Without what stands before {@code from}. */
    static String tail(String text, int from) {
        return from <= 0 ? text : DOTS + text.substring(text.offsetByCodePoints(0, from));
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
