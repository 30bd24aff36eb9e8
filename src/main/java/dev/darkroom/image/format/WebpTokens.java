package dev.darkroom.image.format;

import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.raster.Yielding;
import java.util.Arrays;

/**
 * An image as LZ77 tokens: single pixels, and runs copied from the pixel to the left or from the row above.
 * Placeholders rarely repeat elsewhere, and comparing arrays finds these runs quickly.
 */
final class WebpTokens {

    private static final int LEFT = 1 << 30;
    private static final int ABOVE = 1 << 29;

    /** Shorter runs are stored as single pixels. */
    private static final int MIN_RUN = 3;

    private final byte[] bytes;
    private int[] tokens = new int[1 << 12];
    private int size;

    WebpTokens(Raster raster) {
        this.bytes = raster.bytes();
        int width = raster.size().width();
        for (int y = 0; y < raster.size().height(); y++) {
            Yielding.beforeRow(y);
            int row = raster.offset(0, y);
            addRow(row, row + width, y == 0 ? 0 : width);
        }
    }

    int size() {
        return size;
    }

    boolean isPixel(int i) {
        return tokens[i] < ABOVE;
    }

    /** Whether the run is copied from the row above rather than from the left. */
    boolean isCopyFromAbove(int i) {
        return (tokens[i] & LEFT) == 0;
    }

    /** The palette index of a single pixel, or the length of a run. */
    int value(int i) {
        return tokens[i] & ABOVE - 1;
    }

    /** @param stride the distance to the row above; 0 for the first row */
    private void addRow(int from, int end, int stride) {
        int at = from;
        while (at < end) {
            int above = stride == 0 ? 0 : matchLength(at, end, at - stride);
            int left = at == from || above == end - at ? 0 : matchLength(at, end, at - 1);
            if (Math.max(above, left) < MIN_RUN) {
                append(Byte.toUnsignedInt(bytes[at++]));
            } else if (above >= left) {
                add(ABOVE, above);
                at += above;
            } else {
                add(LEFT, left);
                at += left;
            }
        }
    }

    private int matchLength(int at, int end, int source) {
        if (bytes[at] != bytes[source]) {
            return 0;
        }
        int mismatch = Arrays.mismatch(bytes, at, end, bytes, source, source + end - at);
        return mismatch < 0 ? end - at : mismatch;
    }

    /** Extends the previous run if it is of the same kind: runs may continue across rows. */
    private void add(int kind, int count) {
        if (size > 0 && (tokens[size - 1] & kind) != 0) {
            tokens[size - 1] += count;
        } else {
            append(kind | count);
        }
    }

    private void append(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
    }
}
