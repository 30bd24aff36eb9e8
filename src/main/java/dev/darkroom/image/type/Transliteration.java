package dev.darkroom.image.type;

import java.text.Normalizer;
import java.util.stream.Collectors;
import net.gcardone.junidecode.Junidecode;

/**
 * A text with only characters that a typeface has. Missing characters are transliterated to Latin letters, or replaced
 * with their code points if that is impossible. Angle quotation marks set both apart from the original text, as in "a
 * ‹Bei Jing› ‹U+1F600›".
 *
 * @param isChanged whether any character was replaced
 */
public record Transliteration(String text, boolean isChanged) {

    private static final char OPEN = '‹';
    private static final char CLOSE = '›';
    private static final String ELLIPSIS = "…";

    /** This range has mostly symbols. */
    private static final int SYMBOLS = 0x2000;

    private static final int SYMBOLS_END = 0x2C00;

    /** In this range, Junidecode transliterates some letters to symbols. */
    private static final int ARABIC = 0x0600;

    private static final int ARABIC_END = 0x0700;

    /** @param maxChars the number of UTF-16 code units to read; an ellipsis replaces the rest */
    public static Transliteration of(String text, Typeface typeface, int maxChars) {
        String composed = Normalizer.normalize(prefix(text, maxChars), Normalizer.Form.NFC);
        StringBuilder result = new StringBuilder();
        boolean isChanged = false;
        int at = 0;
        while (at < composed.length()) {
            int end = at;
            while (end < composed.length() && continuesRun(composed, at, end, typeface)) {
                end += Character.charCount(composed.codePointAt(end));
            }
            if (end > at) {
                result.append(OPEN).append(latin(composed.substring(at, end))).append(CLOSE);
                isChanged = true;
                at = end;
                continue;
            }
            int codePoint = composed.codePointAt(at);
            if (isSpace(codePoint)) {
                result.append(' ');
            } else if (!isInvisible(codePoint)) {
                result.appendCodePoint(codePoint);
            }
            at += Character.charCount(codePoint);
        }
        return new Transliteration(result.toString().strip().replaceAll(" +", " "), isChanged);
    }

    private static String prefix(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(maxChars - 1));
        return text.substring(0, splitsPair ? maxChars - 1 : maxChars) + ELLIPSIS;
    }

    /**
     * Invisible characters within a run of missing characters, such as joiners and variation selectors, belong to the
     * run.
     */
    private static boolean continuesRun(String text, int from, int at, Typeface typeface) {
        int codePoint = text.codePointAt(at);
        return isMissing(codePoint, typeface) || at > from && isInvisible(codePoint);
    }

    private static boolean isMissing(int codePoint, Typeface typeface) {
        return !isSpace(codePoint) && !isInvisible(codePoint) && !typeface.has(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    /**
     * Characters without a glyph of their own: break opportunities, direction marks, joiners and variation selectors.
     */
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0xAD
                || codePoint >= 0x200B && codePoint <= 0x200F
                || codePoint >= 0x2028 && codePoint <= 0x202E
                || codePoint >= 0x2060 && codePoint <= 0x206F
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFEFF
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }

    /** Silent letters, such as an alef, are omitted if other letters remain. */
    private static String latin(String missing) {
        StringBuilder latin = new StringBuilder();
        missing.codePoints()
                .filter(codePoint -> !isInvisible(codePoint))
                .forEach(codePoint -> latin.append(latin(codePoint)));
        boolean isEmpty = latin.toString().isBlank();
        return (isEmpty
                        ? missing.codePoints()
                                .mapToObj(Transliteration::codePoint)
                                .collect(Collectors.joining())
                        : latin)
                .toString()
                .strip()
                .replaceAll("\\s*([,.:;!?])\\s*", "$1 ")
                .strip();
    }

    /** Junidecode misreads characters beyond the Basic Multilingual Plane. */
    private static String latin(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return codePoint(codePoint);
        }
        String letters = Junidecode.unidecode(Character.toString(codePoint)).replaceAll("\\p{Cntrl}", "");
        boolean isSymbol = codePoint >= SYMBOLS && codePoint < SYMBOLS_END;
        if (letters.contains("[?]") || letters.isBlank() && isSymbol) {
            return codePoint(codePoint);
        }
        boolean isArabic = codePoint >= ARABIC && codePoint < ARABIC_END;
        return isArabic ? letters.replace('@', 'a').replace('~', 'a').replace('`', '\'') : letters;
    }

    private static String codePoint(int codePoint) {
        return " U+%04X ".formatted(codePoint);
    }
}
