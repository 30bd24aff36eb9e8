package dev.darkroom.image.format;

/**
 * The zigzag order of the frequencies of an 8×8 block, from low to high (ITU T.81, figure A.6). The coefficients of the
 * high ones are mostly zero.
 */
public final class Zigzag {

    private static final int[] POSITIONS = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private Zigzag() {}

    /**
     * The position of a frequency in the block, row by row.
     *
     * @param index in zigzag order, from 0 to 63
     */
    public static int position(int index) {
        return POSITIONS[index];
    }
}
