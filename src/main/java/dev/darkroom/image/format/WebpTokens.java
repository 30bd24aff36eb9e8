package dev.darkroom.image.format;

import dev.darkroom.image.raster.Raster;
import dev.darkroom.image.raster.Yielding;
import java.util.Arrays;

/**
 * A picture with what repeats left out: pixels, and how many of the following are as the one to the left or as those in
 * the row above. These two are where placeholders repeat, and they are found by comparing memory.
 */
final class WebpTokens {

    private static final int LEFT = 1 << 30;
    private static final int ABOVE = 1 << 29;

    /** Fewer than this are told pixel by pixel. */
    private static final int FEWEST = 3;

    private final byte[] bytes;
    private int[] tokens = new int[1 << 12];
    private int size;

    WebpTokens(Raster raster) {
        this.bytes = raster.bytes();
        int width = raster.size().width();
        for (int y = 0; y < raster.size().height(); y++) {
            Yielding.before(y);
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

    /** Whether the pixels are like those above, and not like the one to the left. */
    boolean isAbove(int i) {
        return (tokens[i] & LEFT) == 0;
    }

    /** The index of a pixel's color, or how many pixels repeat. */
    int value(int i) {
        return tokens[i] & ABOVE - 1;
    }

    /** @param stride to the row above; 0 when there is none */
    private void addRow(int from, int end, int stride) {
        int at = from;
        while (at < end) {
            int above = stride == 0 ? 0 : same(at, end, at - stride);
            int left = at == from || above == end - at ? 0 : same(at, end, at - 1);
            if (Math.max(above, left) < FEWEST) {
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

    private int same(int at, int end, int as) {
        if (bytes[at] != bytes[as]) {
            return 0;
        }
        int differs = Arrays.mismatch(bytes, at, end, bytes, as, as + end - at);
        return differs < 0 ? end - at : differs;
    }

    /** What repeats may go on over the end of a row. */
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
