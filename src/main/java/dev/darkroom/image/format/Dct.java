package dev.darkroom.image.format;

/** The discrete cosine transform of an 8×8 block (ITU T.81, A.3.3), first by rows and then by columns. */
final class Dct {

    private static final int SIDE = 8;
    /** Half the cosine of i·π/16. */
    private static final float[] HALF_COSINES = halfCosines();

    private Dct() {}

    static void transform(float[] block) {
        for (int row = 0; row < SIDE; row++) {
            transform(block, SIDE * row, 1);
        }
        for (int column = 0; column < SIDE; column++) {
            transform(block, column, SIDE);
        }
    }

    /**
     * The even frequencies depend only on the sums of opposite values, the odd frequencies only on their differences.
     */
    private static void transform(float[] v, int at, int step) {
        float s0 = v[at] + v[at + 7 * step];
        float s1 = v[at + step] + v[at + 6 * step];
        float s2 = v[at + 2 * step] + v[at + 5 * step];
        float s3 = v[at + 3 * step] + v[at + 4 * step];
        float d0 = v[at] - v[at + 7 * step];
        float d1 = v[at + step] - v[at + 6 * step];
        float d2 = v[at + 2 * step] - v[at + 5 * step];
        float d3 = v[at + 3 * step] - v[at + 4 * step];
        float[] c = HALF_COSINES;
        v[at] = c[4] * (s0 + s1 + s2 + s3);
        v[at + 4 * step] = c[4] * (s0 - s1 - s2 + s3);
        v[at + 2 * step] = c[2] * (s0 - s3) + c[6] * (s1 - s2);
        v[at + 6 * step] = c[6] * (s0 - s3) - c[2] * (s1 - s2);
        v[at + step] = c[1] * d0 + c[3] * d1 + c[5] * d2 + c[7] * d3;
        v[at + 3 * step] = c[3] * d0 - c[7] * d1 - c[1] * d2 - c[5] * d3;
        v[at + 5 * step] = c[5] * d0 - c[1] * d1 + c[7] * d2 + c[3] * d3;
        v[at + 7 * step] = c[7] * d0 - c[5] * d1 + c[3] * d2 - c[1] * d3;
    }

    private static float[] halfCosines() {
        float[] cosines = new float[SIDE];
        for (int i = 0; i < SIDE; i++) {
            cosines[i] = (float) (StrictMath.cos(i * StrictMath.PI / (2 * SIDE)) / 2);
        }
        return cosines;
    }
}
