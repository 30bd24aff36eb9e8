package dev.darkroom.image.decode;

/** The inverse transforms of VP8 (RFC 6386, section 14). */
final class Vp8Transform {

    private static final int SIDE = 4;
    private static final int COEFFICIENTS = SIDE * SIDE;
    /** √2 · sin(π/8), times 2¹⁶. */
    private static final int SINE = 35468;
    /** √2 · cos(π/8) − 1, times 2¹⁶. */
    private static final int COSINE = 20091;

    private Vp8Transform() {}

    /** Computes the first coefficients of the 16 luma blocks of a macroblock (14.3). */
    static void inverseWalshHadamard(int[] y2, int[] blocks) {
        for (int i = 0; i < SIDE; i++) {
            walshHadamard(y2, i, SIDE, 0, y2, 1);
        }
        for (int i = 0; i < SIDE; i++) {
            walshHadamard(y2, SIDE * i, 1, 3, blocks, COEFFICIENTS);
        }
    }

    /** @param scale the distance between outputs, divided by that between inputs */
    private static void walshHadamard(int[] in, int at, int step, int rounding, int[] out, int scale) {
        int a = in[at] + in[at + 3 * step];
        int b = in[at + step] + in[at + 2 * step];
        int c = in[at + step] - in[at + 2 * step];
        int d = in[at] - in[at + 3 * step];
        int shift = rounding == 0 ? 0 : 3;
        out[scale * at] = a + b + rounding >> shift;
        out[scale * (at + step)] = c + d + rounding >> shift;
        out[scale * (at + 2 * step)] = a - b + rounding >> shift;
        out[scale * (at + 3 * step)] = d - c + rounding >> shift;
    }

    /** Adds the inverse cosine transform of a block to its prediction (14.4 and 14.5). Changes the coefficients. */
    static void addInverseCosine(int[] block, int offset, byte[] samples, int at, int stride) {
        for (int i = 0; i < SIDE; i++) {
            cosine(block, offset + i, SIDE, 0);
        }
        for (int y = 0; y < SIDE; y++) {
            int row = offset + SIDE * y;
            cosine(block, row, 1, 4);
            for (int x = 0; x < SIDE; x++) {
                int sample = at + y * stride + x;
                samples[sample] = clamp(Byte.toUnsignedInt(samples[sample]) + (block[row + x] >> 3));
            }
        }
    }

    private static void cosine(int[] v, int at, int step, int rounding) {
        int v0 = v[at] + rounding;
        int v1 = v[at + step];
        int v2 = v[at + 2 * step];
        int v3 = v[at + 3 * step];
        int a = v0 + v2;
        int b = v0 - v2;
        int c = (v1 * SINE >> 16) - v3 - (v3 * COSINE >> 16);
        int d = v1 + (v1 * COSINE >> 16) + (v3 * SINE >> 16);
        v[at] = a + d;
        v[at + step] = b + c;
        v[at + 2 * step] = b - c;
        v[at + 3 * step] = a - d;
    }

    static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
