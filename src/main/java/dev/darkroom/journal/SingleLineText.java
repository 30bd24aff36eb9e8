package dev.darkroom.journal;

/** Formats text to fit on one line. Lengths are in code points. */
public final class SingleLineText {

    private static final String DOTS = "...";

    private SingleLineText() {}

    /** Escapes line breaks, control and format characters and unpaired surrogates as JSON does. */
    public static String escaped(String text) {
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

    /**
     * Keeps the beginning and the end of a text that is longer than {@code limit}.
     *
     * @param limit at least 12
     */
    public static String shortened(String text, int limit) {
        int length = length(text);
        if (length <= limit) {
            return text;
        }
        int end = (limit - DOTS.length()) / 2;
        int beginning = limit - DOTS.length() - end;
        return text.substring(0, text.offsetByCodePoints(0, beginning))
                + DOTS
                + text.substring(text.offsetByCodePoints(text.length(), -end));
    }

    /** The index of the first difference. */
    static int firstDifference(String first, String second) {
        int[] a = first.codePoints().toArray();
        int[] b = second.codePoints().toArray();
        int at = 0;
        while (at < a.length && at < b.length && a[at] == b[at]) {
            at++;
        }
        return at;
    }

    /** Replaces everything before {@code from} with dots. */
    static String tail(String text, int from) {
        return from <= 0 ? text : DOTS + text.substring(text.offsetByCodePoints(0, from));
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - length(text)));
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
