package dev.darkroom.image.decode;

import java.io.IOException;

/** Reads the coefficients of a 4×4 block (RFC 6386, section 13). */
final class Vp8Tokens {

    static final int LUMA_WITHOUT_DC = 0;
    static final int Y2 = 1;
    static final int CHROMA = 2;
    static final int LUMA = 3;

    private static final int COEFFICIENTS = 16;
    private static final int CONTEXTS = 3;
    private static final int CONTEXT = Vp8Tables.TOKEN_PROBABILITIES;
    private static final int BAND = CONTEXTS * CONTEXT;
    private static final int KIND = 8 * BAND;
    private static final int EVEN = 128;
    private static final int[] BANDS = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7};
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    /** The probabilities of the bits that follow a token for a large value. */
    private static final int[][] EXTRA_BITS = {
        {173, 148, 140},
        {176, 155, 140, 135},
        {180, 157, 141, 134, 130},
        {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129}
    };

    private final byte[] probabilities;

    Vp8Tokens(byte[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * Reads a block.
     *
     * @param context how many of the blocks above and to the left have coefficients
     * @param steps the step size of the first coefficient, and of the others
     * @param out receives the coefficients, multiplied by the step sizes, row by row; zeros before
     * @return whether there are coefficients
     */
    boolean read(Vp8BoolDecoder in, int kind, int context, int[] steps, int[] out, int offset) throws IOException {
        int first = kind == LUMA_WITHOUT_DC ? 1 : 0;
        int nextContext = context;
        boolean isAfterZero = false;
        for (int i = first; i < COEFFICIENTS; i++) {
            int at = kind * KIND + BANDS[i] * BAND + nextContext * CONTEXT;
            if (!isAfterZero && !isSet(in, at)) {
                return i > first;
            }
            isAfterZero = !isSet(in, at + 1);
            if (isAfterZero) {
                nextContext = 0;
                continue;
            }
            int value = isSet(in, at + 2) ? readLarge(in, at) : 1;
            nextContext = value > 1 ? 2 : 1;
            int step = steps[i == 0 ? 0 : 1];
            out[offset + ZIGZAG[i]] = step * (in.readFlag(EVEN) ? -value : value);
        }
        return true;
    }

    private int readLarge(Vp8BoolDecoder in, int at) throws IOException {
        if (!isSet(in, at + 3)) {
            if (!isSet(in, at + 4)) {
                return 2;
            }
            return isSet(in, at + 5) ? 4 : 3;
        }
        if (!isSet(in, at + 6)) {
            if (!isSet(in, at + 7)) {
                return 5 + in.readBit(159);
            }
            int high = in.readBit(165);
            return 7 + 2 * high + in.readBit(145);
        }
        int category = isSet(in, at + 8) ? isSet(in, at + 10) ? 3 : 2 : isSet(in, at + 9) ? 1 : 0;
        int extra = 0;
        for (int probability : EXTRA_BITS[category]) {
            extra = extra << 1 | in.readBit(probability);
        }
        return 3 + (8 << category) + extra;
    }

    private boolean isSet(Vp8BoolDecoder in, int index) throws IOException {
        return in.readFlag(Byte.toUnsignedInt(probabilities[index]));
    }
}
