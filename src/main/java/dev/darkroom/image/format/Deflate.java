package dev.darkroom.image.format;

/**
 * Compresses bytes that repeat (RFC 1951): each is told, or how often the one before it comes again. The JDK's Deflater
 * would do, but what it writes depends on the zlib of the machine, and the same task has to have the same bytes
 * everywhere; looking for nothing but what a placeholder has, this is faster besides.
 */
final class Deflate {

    /** How many times a byte has to come again to be told so. */
    static final int MIN_MATCH = 3;

    private static final int MAX_MATCH = 258;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int MAX_LENGTH_CODE = 285;
    private static final int DYNAMIC_CODES = 2;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** So many have their own prefix codes. */
    private static final int BLOCK = 1 << 15;

    private final BitWriter out;
    private final int[] tokens = new int[BLOCK];
    private int size;

    Deflate(BitWriter out) {
        this.out = out;
    }

    /** Forgets what was not written to the end, as when memory was short. */
    void clear() {
        size = 0;
    }

    void literal(byte value) {
        token(Byte.toUnsignedInt(value));
    }

    /** @param times at least {@value #MIN_MATCH} */
    void repeat(int times) {
        int left = times;
        while (left > 0) {
            // What is left has to be long enough too.
            int now = left > MAX_MATCH && left < MAX_MATCH + MIN_MATCH ? left - MIN_MATCH : Math.min(left, MAX_MATCH);
            token(END + now);
            left -= now;
        }
    }

    void finish() {
        writeBlock(true);
    }

    private void token(int token) {
        if (size == BLOCK) {
            writeBlock(false);
        }
        tokens[size++] = token;
    }

    private void writeBlock(boolean isLast) {
        int[] literals = new int[LITERALS];
        // A code has to have two symbols, used or not.
        literals[0] = 1;
        literals[END] = 1;
        for (int i = 0; i < size; i++) {
            literals[symbol(tokens[i])]++;
        }
        int[] distances = new int[DISTANCES];
        distances[0] = 1;
        distances[1] = 1;
        PrefixCode literalCode = PrefixCode.of(literals, PrefixCode.MAX_LENGTH);
        PrefixCode distanceCode = PrefixCode.of(distances, PrefixCode.MAX_LENGTH);
        out.write(isLast ? 1 : 0, 1);
        out.write(DYNAMIC_CODES, 2);
        writeCodes(literalCode, distanceCode);
        for (int i = 0; i < size; i++) {
            int symbol = symbol(tokens[i]);
            literalCode.write(out, symbol);
            if (symbol > END) {
                int more = tokens[i] - END - MIN_MATCH;
                out.write(more, symbol == MAX_LENGTH_CODE ? 0 : extraBits(more));
                distanceCode.write(out, 0);
            }
        }
        literalCode.write(out, END);
        size = 0;
    }

    private void writeCodes(PrefixCode literals, PrefixCode distances) {
        int[] lengths = new int[LITERALS + DISTANCES];
        System.arraycopy(literals.lengths(), 0, lengths, 0, LITERALS);
        System.arraycopy(distances.lengths(), 0, lengths, LITERALS, DISTANCES);
        CodeLengths codes = new CodeLengths(lengths);
        out.write(LITERALS - FIRST_LENGTH, 5);
        out.write(DISTANCES - 1, 5);
        codes.writeCode(out, ORDER);
        codes.writeLengths(out);
    }

    /** Lengths are told by buckets that double in size, four of a size, and bits for the place in it. */
    private static int symbol(int token) {
        if (token < END) {
            return token;
        }
        int length = token - END;
        int more = length - MIN_MATCH;
        int bits = extraBits(more);
        return length == MAX_MATCH ? MAX_LENGTH_CODE : FIRST_LENGTH + 4 * bits + (more >>> bits);
    }

    private static int extraBits(int more) {
        return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(more) - 3);
    }
}
