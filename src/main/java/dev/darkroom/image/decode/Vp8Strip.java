package dev.darkroom.image.decode;

import java.util.Arrays;

/**
 * The samples of one component in a row of macroblocks, with the neighbors from which they are predicted: the last row
 * of the macroblocks above, a column on the left, and four samples on the right (RFC 6386, section 12.2 and 12.3).
 */
final class Vp8Strip {

    private static final int RIGHT = 4;
    private static final byte ABOVE_IMAGE = 127;
    private static final byte LEFT_OF_IMAGE = (byte) 129;

    private final int side;
    private final int width;
    private final int stride;
    private final byte[] samples;
    private final Vp8Predictor predictor;

    /** @param side the side of the component's block in a macroblock, in samples */
    Vp8Strip(int side, int macroblocksWide) {
        this.side = side;
        this.width = side * macroblocksWide;
        this.stride = 1 + width + RIGHT;
        this.samples = new byte[(1 + side) * stride];
        this.predictor = new Vp8Predictor(samples, stride);
        Arrays.fill(samples, 0, stride, ABOVE_IMAGE);
        for (int y = 0; y < side; y++) {
            samples[offset(0, y) - 1] = LEFT_OF_IMAGE;
        }
    }

    byte[] samples() {
        return samples;
    }

    int stride() {
        return stride;
    }

    Vp8Predictor predictor() {
        return predictor;
    }

    int offset(int x, int y) {
        return (1 + y) * stride + 1 + x;
    }

    /** Moves the last row above the first one, for the next row of macroblocks. */
    void endRow() {
        int last = offset(0, side - 1) - 1;
        System.arraycopy(samples, last, samples, 0, stride);
        Arrays.fill(samples, 1 + width, stride, samples[width]);
    }
}
