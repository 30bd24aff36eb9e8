package dev.darkroom.image.type;

import java.text.Bidi;

/**
 * Which way a text is read, and so how each of its lines is drawn: the text as a whole has a direction, and words that
 * are read the other way stand in it as they are (Unicode Standard Annex #9).
 *
 * @param isRightToLeft whether lines begin at the right
 */
record ReadingOrder(boolean isRightToLeft) {

    /** Each of two looks like the other in a mirror. */
    private static final String PAIRS = "()[]{}<>‹›«»";

    static ReadingOrder of(String text) {
        return new ReadingOrder(!new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight());
    }

    /** The letters of a line from left to right, for that is how they are drawn. */
    String drawn(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return line;
        }
        Bidi bidi = new Bidi(line, isRightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        Object[] runs = new Object[levels.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : mirrored(run);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder drawn = new StringBuilder();
        for (Object run : runs) {
            drawn.append(run);
        }
        return drawn.toString();
    }

    /** A mark stays behind the letter that it is on. */
    private static String mirrored(String run) {
        StringBuilder mirrored = new StringBuilder();
        int end = run.length();
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && isPartOfTheOneBefore(run.charAt(start))) {
                start--;
            }
            mirrored.append(mirrored(run.charAt(start))).append(run, start + 1, end);
            end = start;
        }
        return mirrored.toString();
    }

    private static boolean isPartOfTheOneBefore(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK || Character.isLowSurrogate(letter);
    }

    private static char mirrored(char letter) {
        int pair = PAIRS.indexOf(letter);
        return pair < 0 ? letter : PAIRS.charAt(pair ^ 1);
    }
}
