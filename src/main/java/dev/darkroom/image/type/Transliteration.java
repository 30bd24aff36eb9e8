package dev.darkroom.image.type;

import java.text.Normalizer;
import java.util.stream.Collectors;
import net.gcardone.junidecode.Junidecode;

/**
 * What can be read of a text in a typeface. Letters which it lacks are put into Latin ones, and where there are none,
 * told by their code points; either stands in angle marks, as in "a ‹Bei Jing› ‹U+1F600›", so that nobody takes it for
 * what was written.
 *
 * @param isChanged whether any of it is not what was written
 */
public record Transliteration(String text, boolean isChanged) {

    private static final char FROM = '‹';
    private static final char TO = '›';
    private static final String ELLIPSIS = "…";

    /** From here to there are signs, and few letters. */
    private static final int SIGNS = 0x2000;

    private static final int SIGNS_END = 0x2C00;

    /** Where Junidecode has signs for some letters. */
    private static final int ARABIC = 0x0600;

    private static final int ARABIC_END = 0x0700;

    /** @param most how many characters are looked at; for what is behind them stands an ellipsis */
    public static Transliteration of(String text, Typeface typeface, int most) {
        String composed = Normalizer.normalize(start(text, most), Normalizer.Form.NFC);
        StringBuilder legible = new StringBuilder();
        boolean isChanged = false;
        int at = 0;
        while (at < composed.length()) {
            int end = at;
            while (end < composed.length() && goesOn(composed, at, end, typeface)) {
                end += Character.charCount(composed.codePointAt(end));
            }
            if (end > at) {
                legible.append(FROM).append(latin(composed.substring(at, end))).append(TO);
                isChanged = true;
                at = end;
                continue;
            }
            int codePoint = composed.codePointAt(at);
            if (isSpace(codePoint)) {
                legible.append(' ');
            } else if (!isUnseen(codePoint)) {
                legible.appendCodePoint(codePoint);
            }
            at += Character.charCount(codePoint);
        }
        return new Transliteration(legible.toString().strip().replaceAll(" +", " "), isChanged);
    }

    private static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean isHalf = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, isHalf ? most - 1 : most) + ELLIPSIS;
    }

    /** What joins foreign signs, or varies the one before it, is a part of them. */
    private static boolean goesOn(String text, int from, int at, Typeface typeface) {
        int codePoint = text.codePointAt(at);
        return isForeign(codePoint, typeface) || at > from && isUnseen(codePoint);
    }

    private static boolean isForeign(int codePoint, Typeface typeface) {
        return !isSpace(codePoint) && !isUnseen(codePoint) && !typeface.has(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    /** What has no look of its own: breaks, directions, and variations of what comes before. */
    private static boolean isUnseen(int codePoint) {
        return codePoint == 0xAD
                || codePoint >= 0x200B && codePoint <= 0x200F
                || codePoint >= 0x2028 && codePoint <= 0x202E
                || codePoint >= 0x2060 && codePoint <= 0x206F
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFEFF
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }

    /** Letters that are not heard, like an alef, are left out beside others. */
    private static String latin(String foreign) {
        StringBuilder latin = new StringBuilder();
        foreign.codePoints()
                .filter(codePoint -> !isUnseen(codePoint))
                .forEach(codePoint -> latin.append(latin(codePoint)));
        boolean isSilent = latin.toString().isBlank();
        return (isSilent
                        ? foreign.codePoints()
                                .mapToObj(Transliteration::codePoint)
                                .collect(Collectors.joining())
                        : latin)
                .toString()
                .strip()
                .replaceAll("\\s*([,.:;!?])\\s*", "$1 ")
                .strip();
    }

    /** Junidecode takes characters beyond the first 65,536 for others. */
    private static String latin(int codePoint) {
        if (codePoint > Character.MAX_VALUE) {
            return codePoint(codePoint);
        }
        String letters = Junidecode.unidecode(Character.toString(codePoint)).replaceAll("\\p{Cntrl}", "");
        boolean isSign = codePoint >= SIGNS && codePoint < SIGNS_END;
        if (letters.contains("[?]") || letters.isBlank() && isSign) {
            return codePoint(codePoint);
        }
        boolean isArabic = codePoint >= ARABIC && codePoint < ARABIC_END;
        return isArabic ? letters.replace('@', 'a').replace('~', 'a').replace('`', '\'') : letters;
    }

    private static String codePoint(int codePoint) {
        return " U+%04X ".formatted(codePoint);
    }
}
