package dev.darkroom.image.type;

import java.text.Bidi;

/**
 * The base direction of a text. It determines the visual order of each line; words in the other direction keep their
 * own order (Unicode Standard Annex #9).
 *
 * @param isRightToLeft whether lines begin at the right
 */
record ReadingOrder(boolean isRightToLeft) {

    /** Pairs of characters that mirror each other. */
    private static final String MIRRORED_PAIRS = "()[]{}<>‹›«»";

    static ReadingOrder of(String text) {
        return new ReadingOrder(!new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight());
    }

    /** Reorders a line from logical to visual order, left to right. */
    String visual(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        Bidi bidi = new Bidi(line, isRightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        Object[] runs = new Object[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : reversed(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder visual = new StringBuilder();
        for (Object run : runs) {
            visual.append(run);
        }
        return visual.toString();
    }

    /** Reverses a right-to-left run, and mirrors its brackets. A combining mark stays behind its base character. */
    private static String reversed(String run) {
        StringBuilder reversed = new StringBuilder();
        int end = run.length();
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && isCombining(run.charAt(start))) {
                start--;
            }
            reversed.append(mirrored(run.charAt(start))).append(run, start + 1, end);
            end = start;
        }
        return reversed.toString();
    }

    private static boolean isCombining(char character) {
        return Character.getType(character) == Character.NON_SPACING_MARK || Character.isLowSurrogate(character);
    }

    private static char mirrored(char character) {
        int index = MIRRORED_PAIRS.indexOf(character);
        return index < 0 ? character : MIRRORED_PAIRS.charAt(index ^ 1);
    }
}
