package dev.darkroom.image.format;

import java.util.Arrays;

/**
 * How a file tells the lengths of its prefix codes. Deflate and WebP have this in common but for the order: the lengths
 * are shortened where they repeat, and what is left has a prefix code of its own, whose lengths stand in three bits.
 */
final class CodeLengths {

    private static final int REPEAT = 16;
    private static final int FEW_ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SYMBOLS = 19;
    private static final int[] EXTRA_BITS = {2, 3, 7};
    private static final int MAX_LENGTH = 7;
    private static final int FEWEST = 4;

    private final int[] symbols;
    private final int[] extras;
    private final PrefixCode code;
    private int size;

    CodeLengths(int[] lengths) {
        symbols = new int[lengths.length];
        extras = new int[lengths.length];
        for (int i = 0; i < lengths.length; ) {
            int end = i + 1;
            while (end < lengths.length && lengths[end] == lengths[i]) {
                end++;
            }
            add(lengths[i], end - i);
            i = end;
        }
        int[] counts = new int[SYMBOLS];
        // A code has to have two symbols, used or not.
        counts[0] = 1;
        counts[1] = 1;
        Arrays.stream(symbols, 0, size).forEach(symbol -> counts[symbol]++);
        code = PrefixCode.of(counts, MAX_LENGTH);
    }

    /** @param order in which the format tells the lengths of this code */
    void writeCode(BitWriter out, int[] order) {
        int count = SYMBOLS;
        while (count > FEWEST && code.lengths()[order[count - 1]] == 0) {
            count--;
        }
        out.write(count - FEWEST, 4);
        for (int i = 0; i < count; i++) {
            out.write(code.lengths()[order[i]], 3);
        }
    }

    void writeLengths(BitWriter out) {
        for (int i = 0; i < size; i++) {
            code.write(out, symbols[i]);
            if (symbols[i] >= REPEAT) {
                out.write(extras[i], EXTRA_BITS[symbols[i] - REPEAT]);
            }
        }
    }

    private void add(int length, int times) {
        int left = times;
        if (length > 0) {
            add(length);
            left--;
        }
        while (left >= 3) {
            boolean many = length == 0 && left > 10;
            int symbol = length > 0 ? REPEAT : many ? MANY_ZEROS : FEW_ZEROS;
            int least = many ? 11 : 3;
            int taken = Math.min(left, least + (1 << EXTRA_BITS[symbol - REPEAT]) - 1);
            extras[size] = taken - least;
            symbols[size++] = symbol;
            left -= taken;
        }
        for (; left > 0; left--) {
            add(length);
        }
    }

    private void add(int symbol) {
        symbols[size++] = symbol;
    }
}
