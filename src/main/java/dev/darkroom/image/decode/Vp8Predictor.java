package dev.darkroom.image.decode;

import java.util.Arrays;

/**
 * Predicts the samples of a block from those above and to the left (RFC 6386, section 12). The caller fills the samples
 * outside the image.
 */
final class Vp8Predictor {

    private static final int SIDE = 4;
    private static final int EDGE = 15;

    /**
     * The positions on the edge from which directional modes predict the samples of a subblock, by mode and sample. The
     * edge runs from the lower left neighbor up to the corner, and on to the upper right neighbor. Position 2n is the
     * weighted average of the neighbors n − 1, n and n + 1; position 2n + 1 is the average of the neighbors on both
     * sides of it.
     */
    private static final int[][] POSITIONS = {
        {},
        {},
        {12, 14, 16, 18, 12, 14, 16, 18, 12, 14, 16, 18, 12, 14, 16, 18},
        {8, 8, 8, 8, 6, 6, 6, 6, 4, 4, 4, 4, 2, 2, 2, 2},
        {14, 16, 18, 20, 16, 18, 20, 22, 18, 20, 22, 24, 20, 22, 24, 26},
        {10, 12, 14, 16, 8, 10, 12, 14, 6, 8, 10, 12, 4, 6, 8, 10},
        {11, 13, 15, 17, 10, 12, 14, 16, 8, 11, 13, 15, 6, 10, 12, 14},
        {13, 15, 17, 19, 14, 16, 18, 20, 15, 17, 19, 22, 16, 18, 20, 24},
        {9, 10, 12, 14, 7, 8, 9, 10, 5, 6, 7, 8, 3, 4, 5, 6},
        {7, 6, 5, 4, 5, 4, 3, 2, 3, 2, 1, 1, 1, 1, 1, 1}
    };

    private final byte[] samples;
    private final int stride;

    /** The neighbors along the edge. The first and the last one are there twice. */
    private final int[] edge = new int[EDGE];

    /** @param stride the distance between two rows of samples */
    Vp8Predictor(byte[] samples, int stride) {
        this.samples = samples;
        this.stride = stride;
    }

    /**
     * Predicts a whole block of luma or chroma.
     *
     * @param at the index of the first sample
     * @param hasAbove whether the block is not in the first row
     * @param hasLeft whether the block is not in the first column
     */
    void predict(int mode, int at, int side, boolean hasAbove, boolean hasLeft) {
        switch (mode) {
            case Vp8Modes.DC -> fill(at, side, average(at, side, hasAbove, hasLeft));
            case Vp8Modes.TRUE_MOTION -> predictTrueMotion(at, side);
            case Vp8Modes.VERTICAL -> {
                for (int y = 0; y < side; y++) {
                    System.arraycopy(samples, at - stride, samples, at + y * stride, side);
                }
            }
            default -> {
                for (int y = 0; y < side; y++) {
                    fillRow(at + y * stride, side, samples[at + y * stride - 1]);
                }
            }
        }
    }

    /**
     * Predicts a subblock of 4×4 samples of luma.
     *
     * @param aboveRight the index of the first of the four samples to the right of those above
     */
    void predictSubblock(int mode, int at, int aboveRight) {
        if (mode == Vp8Modes.DC) {
            fill(at, SIDE, average(at, SIDE, true, true));
        } else if (mode == Vp8Modes.TRUE_MOTION) {
            predictTrueMotion(at, SIDE);
        } else {
            readEdge(at, aboveRight);
            for (int i = 0; i < SIDE * SIDE; i++) {
                samples[at + i / SIDE * stride + i % SIDE] = (byte) interpolate(POSITIONS[mode][i]);
            }
        }
    }

    private int interpolate(int position) {
        int i = position / 2;
        return position % 2 == 0 ? edge[i - 1] + 2 * edge[i] + edge[i + 1] + 2 >> 2 : edge[i] + edge[i + 1] + 1 >> 1;
    }

    private void readEdge(int at, int aboveRight) {
        for (int i = 0; i < SIDE; i++) {
            edge[SIDE - i] = sample(at + i * stride - 1);
            edge[SIDE + 2 + i] = sample(at - stride + i);
            edge[2 * SIDE + 2 + i] = sample(aboveRight + i);
        }
        edge[0] = edge[1];
        edge[SIDE + 1] = sample(at - stride - 1);
        edge[EDGE - 1] = edge[EDGE - 2];
    }

    private void predictTrueMotion(int at, int side) {
        int corner = sample(at - stride - 1);
        for (int y = 0; y < side; y++) {
            int row = at + y * stride;
            int left = sample(row - 1) - corner;
            for (int x = 0; x < side; x++) {
                samples[row + x] = Vp8Transform.clamp(left + sample(at - stride + x));
            }
        }
    }

    private int average(int at, int side, boolean hasAbove, boolean hasLeft) {
        int sum = 0;
        for (int i = 0; i < side; i++) {
            sum += (hasAbove ? sample(at - stride + i) : 0) + (hasLeft ? sample(at + i * stride - 1) : 0);
        }
        int count = (hasAbove ? side : 0) + (hasLeft ? side : 0);
        return count == 0 ? 128 : (sum + count / 2) / count;
    }

    private void fill(int at, int side, int value) {
        for (int y = 0; y < side; y++) {
            fillRow(at + y * stride, side, (byte) value);
        }
    }

    private void fillRow(int at, int side, byte value) {
        Arrays.fill(samples, at, at + side, value);
    }

    private int sample(int at) {
        return Byte.toUnsignedInt(samples[at]);
    }
}
