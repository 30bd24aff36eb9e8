package dev.darkroom.image.decode;

/**
 * The inverse discrete cosine transform of an 8×8 block (ITU T.81, A.3.3). It computes only averages of the samples:
 * 8×8, 4×4, 2×2 or 1 per block. A single average is proportional to the first coefficient.
 */
final class BlockReduction {

    private static final int SIDE = 8;
    private static final int CENTER = 128;

    private final int side;

    /** The average of the cosines of each frequency over the samples that become one, by sample and frequency. */
    private final float[][] basis;

    private final float[] rows = new float[SIDE * SIDE];

    private BlockReduction(int side) {
        this.side = side;
        this.basis = basis(side);
    }

    /** @param step the number of samples per pixel of the thumbnail, in each direction */
    static BlockReduction of(double step) {
        int log = Math.min(3, Math.getExponent(Math.max(1, step)));
        return new BlockReduction(SIDE >> log);
    }

    /** The number of samples in a row of a block. */
    int side() {
        return side;
    }

    /**
     * Computes the averages of a block.
     *
     * @param coefficients multiplied by the quantization table, row by row
     * @param samples receives the averages, from 0 to 255
     * @param offset the index of the first average
     * @param stride the distance between two rows of averages
     */
    void write(float[] coefficients, byte[] samples, int offset, int stride) {
        if (side == 1) {
            samples[offset] = sample(coefficients[0] / SIDE);
            return;
        }
        for (int v = 0; v < SIDE; v++) {
            for (int x = 0; x < side; x++) {
                float sum = 0;
                for (int u = 0; u < SIDE; u++) {
                    sum += basis[x][u] * coefficients[SIDE * v + u];
                }
                rows[SIDE * v + x] = sum;
            }
        }
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                float sum = 0;
                for (int v = 0; v < SIDE; v++) {
                    sum += basis[y][v] * rows[SIDE * v + x];
                }
                samples[offset + y * stride + x] = sample(sum);
            }
        }
    }

    private static byte sample(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value + CENTER)));
    }

    private static float[][] basis(int side) {
        float[][] basis = new float[side][SIDE];
        int samples = SIDE / side;
        for (int x = 0; x < SIDE; x++) {
            for (int u = 0; u < SIDE; u++) {
                double norm = u == 0 ? StrictMath.sqrt(0.5) : 1;
                double cosine = StrictMath.cos((2 * x + 1) * u * StrictMath.PI / (2 * SIDE));
                basis[x / samples][u] += (float) (norm * cosine / 2 / samples);
            }
        }
        return basis;
    }
}
