package dev.darkroom.image.format;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A canonical Huffman code, as used by DEFLATE and WebP: the code lengths determine the codes. If only one symbol is
 * used, it takes no bits.
 */
final class PrefixCode {

    /** The maximum code length in both formats. */
    static final int MAX_LENGTH = 15;

    private final int[] lengths;
    private final int[] codes;

    private PrefixCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /**
     * The optimal code, or a nearly optimal one if the optimal code would exceed {@code maxLength}.
     *
     * @param counts the frequency of each symbol
     * @param maxLength the maximum length of a code, in bits
     */
    static PrefixCode of(int[] counts, int maxLength) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > maxLength) {
            Arrays.setAll(weights, i -> (weights[i] + 1) / 2);
            lengths = lengths(weights);
        }
        return new PrefixCode(lengths);
    }

    /** The code length of each symbol, in bits; 0 for an unused symbol, and for the only used one. */
    int[] lengths() {
        return lengths;
    }

    void write(BitWriter out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /** Merges the two rarest nodes until one is left. A symbol's code length is its depth in the resulting tree. */
    private static int[] lengths(int[] weights) {
        int symbols = weights.length;
        int[] parents = new int[2 * symbols];
        PriorityQueue<long[]> rarest =
                new PriorityQueue<>((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        for (int i = 0; i < symbols; i++) {
            if (weights[i] > 0) {
                rarest.add(new long[] {weights[i], i});
            }
        }
        int next = symbols;
        while (rarest.size() > 1) {
            long[] a = rarest.remove();
            long[] b = rarest.remove();
            parents[(int) a[1]] = next;
            parents[(int) b[1]] = next;
            rarest.add(new long[] {a[0] + b[0], next++});
        }
        int root = next - 1;
        int[] depths = new int[next];
        for (int node = root - 1; node >= 0; node--) {
            depths[node] = parents[node] == 0 ? 0 : depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, symbols);
    }

    /** Codes of the same length are consecutive. Their bits are reversed, because both formats write them so. */
    private static int[] codes(int[] lengths) {
        int[] nextCodes = new int[MAX_LENGTH + 2];
        for (int length : lengths) {
            if (length > 0) {
                nextCodes[length + 1]++;
            }
        }
        for (int length = 1; length < nextCodes.length; length++) {
            nextCodes[length] = (nextCodes[length] + nextCodes[length - 1]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(nextCodes[length]++) >>> Integer.SIZE - length;
            }
        }
        return codes;
    }
}
