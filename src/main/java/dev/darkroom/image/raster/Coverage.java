package dev.darkroom.image.raster;

import java.util.Arrays;

/**
 * The coverage of the pixels in one scanline, as signed areas. An edge that crosses the scanline covers part of the
 * pixels that it crosses and all pixels to their right; an edge in the other direction subtracts the same. Therefore
 * only crossed pixels are recorded, and all pixels between two of them form one span.
 */
final class Coverage {

    private final int width;
    private final int steps;
    private final float[] areas;
    private final float[] deltas;
    private final long[] touched;
    private int firstWord;
    private int lastWord = -1;

    /** @param steps the number of blending steps; {@link Palette#LEVELS} or a divisor of it */
    Coverage(int width, int steps) {
        this.width = width;
        this.steps = steps;
        this.areas = new float[width];
        this.deltas = new float[width];
        this.touched = new long[(width + Long.SIZE - 1) / Long.SIZE];
    }

    /**
     * Adds an edge, clipped to the scanline.
     *
     * @param height the part of the scanline's height that the edge spans; negative if the edge goes up
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
        double heightPerPixel = height / (right - left);
        for (int x = first; x <= last; x++) {
            double from = Math.max(left, x);
            double to = Math.min(right, x + 1);
            double part = heightPerPixel * (to - from);
            touch(x, part, part * (1 - ((from + to) / 2 - x)));
        }
    }

    /** Emits the covered spans from left to right, and clears the scanline. */
    void flush(Spans spans) {
        double sum = 0;
        int next = 0;
        for (int word = firstWord; word <= lastWord; word++) {
            for (long bits = touched[word]; bits != 0; bits &= bits - 1) {
                int x = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                emitSpan(next, x, sum, spans);
                emitSpan(x, x + 1, sum + areas[x], spans);
                sum += deltas[x];
                areas[x] = 0;
                deltas[x] = 0;
                next = x + 1;
            }
        }
        emitSpan(next, width, sum, spans);
        if (firstWord <= lastWord) {
            Arrays.fill(touched, firstWord, lastWord + 1, 0);
        }
        firstWord = touched.length;
        lastWord = -1;
    }

    private void touch(int x, double delta, double area) {
        int word = x / Long.SIZE;
        touched[word] |= 1L << x;
        firstWord = Math.min(firstWord, word);
        lastWord = Math.max(lastWord, word);
        deltas[x] += (float) delta;
        areas[x] += (float) area;
    }

    private void emitSpan(int from, int to, double sum, Spans spans) {
        int level = Math.min(steps, (int) (Math.abs(sum) * steps + 0.5)) * (Palette.LEVELS / steps);
        if (level > 0 && from < to) {
            spans.cover(from, to, level);
        }
    }

    /** Receives the covered spans. */
    interface Spans {

        /** @param level the coverage, as in {@link Palette#blend}; never 0 */
        void cover(int from, int to, int level);
    }
}
