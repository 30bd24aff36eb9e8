package dev.darkroom.image.format;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A prefix code after Huffman, in the canonical order that deflate and WebP have in common: a reader needs to know the
 * lengths only. A symbol that is the only one takes no bits.
 */
final class PrefixCode {

    /** The longest code that either format can tell of. */
    static final int MAX_LENGTH = 15;

    private final int[] lengths;
    private final int[] codes;

    private PrefixCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codes(lengths);
    }

    /**
     * The best code, or one that is nearly so when the best has too long codes.
     *
     * @param counts how often each symbol is used
     * @param longest how many bits a code may have
     */
    static PrefixCode of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (Arrays.stream(lengths).max().orElse(0) > longest) {
            Arrays.setAll(weights, i -> (weights[i] + 1) / 2);
            lengths = lengths(weights);
        }
        return new PrefixCode(lengths);
    }

    /** How many bits each symbol has; 0 for one that is not used, or is the only one. */
    int[] lengths() {
        return lengths;
    }

    void write(BitWriter out, int symbol) {
        out.write(codes[symbol], lengths[symbol]);
    }

    /** Joins the two rarest until one is left; each symbol is one bit longer for each time that it was joined. */
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

    private static int[] codes(int[] lengths) {
        int[] next = new int[MAX_LENGTH + 2];
        for (int length : lengths) {
            if (length > 0) {
                next[length + 1]++;
            }
        }
        for (int length = 1; length < next.length; length++) {
            next[length] = next[length] + next[length - 1] << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
            }
        }
        return codes;
    }
}
