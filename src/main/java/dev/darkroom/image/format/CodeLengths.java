package dev.darkroom.image.format;

import java.util.Arrays;

/**
 * Writes the code lengths of prefix codes. DEFLATE and WebP share this encoding except for the order: the lengths are
 * run-length encoded, and the resulting symbols have a prefix code of their own, whose lengths take three bits each.
 */
final class CodeLengths {

    private static final int REPEAT = 16;
    private static final int SHORT_ZERO_RUN = 17;
    private static final int LONG_ZERO_RUN = 18;
    private static final int SYMBOLS = 19;
    private static final int[] EXTRA_BITS = {2, 3, 7};
    private static final int MAX_LENGTH = 7;
    private static final int MIN_CODES = 4;

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
        // A code needs two symbols, used or not.
        counts[0] = 1;
        counts[1] = 1;
        Arrays.stream(symbols, 0, size).forEach(symbol -> counts[symbol]++);
        code = PrefixCode.of(counts, MAX_LENGTH);
    }

    /**
     * Writes the lengths of the code for the code length symbols.
     *
     * @param order the order of the symbols, which depends on the format
     */
    void writeHeader(BitWriter out, int[] order) {
        int count = SYMBOLS;
        while (count > MIN_CODES && code.lengths()[order[count - 1]] == 0) {
            count--;
        }
        out.write(count - MIN_CODES, 4);
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
        int remaining = times;
        if (length > 0) {
            add(length);
            remaining--;
        }
        while (remaining >= 3) {
            boolean isLong = length == 0 && remaining > 10;
            int symbol = length > 0 ? REPEAT : isLong ? LONG_ZERO_RUN : SHORT_ZERO_RUN;
            int base = isLong ? 11 : 3;
            int runLength = Math.min(remaining, base + (1 << EXTRA_BITS[symbol - REPEAT]) - 1);
            extras[size] = runLength - base;
            symbols[size++] = symbol;
            remaining -= runLength;
        }
        for (; remaining > 0; remaining--) {
            add(length);
        }
    }

    private void add(int symbol) {
        symbols[size++] = symbol;
    }
}
