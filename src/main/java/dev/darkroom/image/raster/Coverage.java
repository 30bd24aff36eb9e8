package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * How much of each pixel of one row is covered. A line that crosses the row covers part of the pixels that it crosses
 * and all to the right of them; a line the other way takes it away again. So only pixels that a line crosses are
 * written down, and what lies between two of them is known as one span.
 */
final class Coverage {

    private final int width;
    private final int steps;
    private final float[] here;
    private final float[] onwards;
    private final long[] touched;
    private int firstWord;
    private int lastWord = -1;

    /** @param steps in how many an edge goes from one color to the other; {@link Palette#LEVELS} or a divisor of it */
    Coverage(int width, int steps) {
        this.width = width;
        this.steps = steps;
        this.here = new float[width];
        this.onwards = new float[width];
        this.touched = new long[(width + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * A line crosses a part of the row.
     *
     * @param height how much of the row's height, negative when it goes up
     */
    void add(double fromX, double toX, double height) {
        double left = Math.max(0, Math.min(fromX, toX));
        double right = Math.min(width, Math.max(fromX, toX));
        if (left >= width) {
            return;
        }
        int first = (int) left;
        int last = Math.max(first, (int) Math.ceil(right) - 1);
        if (first == last || right <= left) {
            touch(first, height, height * (1 - ((left + Math.max(left, right)) / 2 - first)));
            return;
        }
        double each = height / (right - left);
        for (int x = first; x <= last; x++) {
            double enters = Math.max(left, x);
            double leaves = Math.min(right, x + 1);
            double part = each * (leaves - enters);
            touch(x, part, part * (1 - ((enters + leaves) / 2 - x)));
        }
    }

    /** Tells what is covered, from left to right, and is empty again. */
    void take(Spans spans) {
        double sum = 0;
        int next = 0;
        for (int word = firstWord; word <= lastWord; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                int x = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                span(next, x, sum, spans);
                span(x, x + 1, sum + here[x], spans);
                sum += onwards[x];
                here[x] = 0;
                onwards[x] = 0;
                next = x + 1;
            }
        }
        span(next, width, sum, spans);
        if (firstWord <= lastWord) {
            Arrays.fill(touched, firstWord, lastWord + 1, 0);
        }
        firstWord = touched.length;
        lastWord = -1;
    }

    private void touch(int x, double onwardsHeight, double hereHeight) {
        int word = x / Long.SIZE;
        touched[word] |= 1L << x;
        firstWord = Math.min(firstWord, word);
        lastWord = Math.max(lastWord, word);
        onwards[x] += (float) onwardsHeight;
        here[x] += (float) hereHeight;
    }

    private void span(int from, int to, double sum, Spans spans) {
        int level = Math.min(steps, (int) (Math.abs(sum) * steps + 0.5)) * (Palette.LEVELS / steps);
        if (level > 0 && from < to) {
            spans.cover(from, to, level);
        }
    }

    /** Where the spans go. */
    interface Spans {

        /** @param level as of {@link Palette#blend}, never 0 */
        void cover(int from, int to, int level);
    }
}
