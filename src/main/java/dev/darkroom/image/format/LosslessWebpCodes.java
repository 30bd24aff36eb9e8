package dev.darkroom.image.format;

/** The alphabets of the prefix codes of a lossless WebP (RFC 9649, section 3.7). */
public final class LosslessWebpCodes {

    /** The number of values of red, blue and alpha. */
    public static final int CHANNEL = 256;

    /** The number of values of green, plus the symbols for the lengths of copies. */
    public static final int GREENS = CHANNEL + 24;

    /** The number of symbols for the distances of copies. */
    public static final int DISTANCES = 40;

    /** The number of symbols that encode the lengths of the codes. */
    public static final int LENGTH_SYMBOLS = 19;

    static final int[] LENGTH_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private LosslessWebpCodes() {}

    /** The symbol whose code length is stored at an index. */
    public static int lengthSymbol(int index) {
        return LENGTH_ORDER[index];
    }
}
