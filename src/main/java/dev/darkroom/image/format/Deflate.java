package dev.darkroom.image.format;

/**
 * A DEFLATE compressor (RFC 1951) whose only matches are runs of one byte, with distance 1. The output of the JDK's
 * Deflater depends on the machine's zlib, but the same task must give the same bytes everywhere. Placeholders consist
 * mainly of runs, so this is also faster.
 */
final class Deflate {

    /** The shortest run that can be a match. */
    static final int MIN_MATCH = 3;

    private static final int MAX_MATCH = 258;
    private static final int LITERALS = 286;
    private static final int DISTANCES = 30;
    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int MAX_LENGTH_CODE = 285;
    private static final int DYNAMIC_CODES = 2;
    private static final int[] CODE_LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    /** The number of tokens in a block. Each block has its own prefix codes. */
    private static final int BLOCK_TOKENS = 1 << 15;

    private final BitWriter out;
    private final int[] tokens = new int[BLOCK_TOKENS];
    private int size;

    Deflate(BitWriter out) {
        this.out = out;
    }

    /** Discards an unfinished stream, such as one left by an OutOfMemoryError. */
    void clear() {
        size = 0;
    }

    void addLiteral(byte value) {
        addToken(Byte.toUnsignedInt(value));
    }

    /**
     * Repeats the last literal.
     *
     * @param times at least {@value #MIN_MATCH}
     */
    void repeatLast(int times) {
        int remaining = times;
        while (remaining > 0) {
            // The rest must be long enough for a match too.
            int length = remaining > MAX_MATCH && remaining < MAX_MATCH + MIN_MATCH
                    ? remaining - MIN_MATCH
                    : Math.min(remaining, MAX_MATCH);
            addToken(END_OF_BLOCK + length);
            remaining -= length;
        }
    }

    void finish() {
        writeBlock(true);
    }

    private void addToken(int token) {
        if (size == BLOCK_TOKENS) {
            writeBlock(false);
        }
        tokens[size++] = token;
    }

    private void writeBlock(boolean isLast) {
        int[] literals = new int[LITERALS];
        // A code needs two symbols, used or not.
        literals[0] = 1;
        literals[END_OF_BLOCK] = 1;
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
        writeCodeLengths(literalCode, distanceCode);
        for (int i = 0; i < size; i++) {
            int symbol = symbol(tokens[i]);
            literalCode.write(out, symbol);
            if (symbol > END_OF_BLOCK) {
                int extra = tokens[i] - END_OF_BLOCK - MIN_MATCH;
                out.write(extra, symbol == MAX_LENGTH_CODE ? 0 : extraBits(extra));
                distanceCode.write(out, 0);
            }
        }
        literalCode.write(out, END_OF_BLOCK);
        size = 0;
    }

    private void writeCodeLengths(PrefixCode literals, PrefixCode distances) {
        int[] lengths = new int[LITERALS + DISTANCES];
        System.arraycopy(literals.lengths(), 0, lengths, 0, LITERALS);
        System.arraycopy(distances.lengths(), 0, lengths, LITERALS, DISTANCES);
        CodeLengths codes = new CodeLengths(lengths);
        out.write(LITERALS - FIRST_LENGTH, 5);
        out.write(DISTANCES - 1, 5);
        codes.writeHeader(out, CODE_LENGTH_ORDER);
        codes.writeLengths(out);
    }

    /**
     * A length symbol stands for a range of lengths; the size of the ranges doubles every four symbols. Extra bits give
     * the position in the range.
     */
    private static int symbol(int token) {
        if (token < END_OF_BLOCK) {
            return token;
        }
        int length = token - END_OF_BLOCK;
        int extra = length - MIN_MATCH;
        int bits = extraBits(extra);
        return length == MAX_MATCH ? MAX_LENGTH_CODE : FIRST_LENGTH + 4 * bits + (extra >>> bits);
    }

    private static int extraBits(int extra) {
        return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(extra) - 3);
    }
}
