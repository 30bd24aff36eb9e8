package dev.darkroom.image.decode;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes a canonical Huffman code: the code lengths determine the codes. A table has the codes of up to eight bits.
 * Longer codes are rare, so the decoder tries one length after the other.
 */
final class PrefixDecoder {

    private static final int MAX_LENGTH = 16;
    private static final int MAX_TABLE_BITS = 8;
    private static final char LONGER = Character.MAX_VALUE;

    private final int[] counts;
    private final char[] symbols;
    private final boolean isLeastSignificantFirst;
    private final int tableBits;

    /** The symbol times 16 plus the length of its code, by the next bits; {@link #LONGER} if the code is longer. */
    private final char[] table;

    private PrefixDecoder(int[] counts, char[] symbols, boolean isLeastSignificantFirst) {
        this.counts = counts;
        this.symbols = symbols;
        this.isLeastSignificantFirst = isLeastSignificantFirst;
        int longest = MAX_LENGTH;
        while (longest > 0 && counts[longest] == 0) {
            longest--;
        }
        this.tableBits = Math.min(longest, MAX_TABLE_BITS);
        this.table = new char[1 << tableBits];
        fillTable();
    }

    /**
     * The code of a JPEG: the first bit of a byte is the most significant one. Some codes may have no symbol.
     *
     * @param counts the number of codes of each length, from 0 to 16
     * @param symbols the symbols by their codes
     */
    static PrefixDecoder jpeg(int[] counts, char[] symbols) throws IOException {
        countUnused(counts);
        return new PrefixDecoder(counts, symbols, false);
    }

    /**
     * The code of a lossless WebP: the first bit of a byte is the least significant one. Every code has a symbol.
     *
     * @param lengths the code length of each symbol, at most 15; 0 for a symbol without a code
     */
    static PrefixDecoder webp(int[] lengths) throws IOException {
        int[] counts = new int[MAX_LENGTH + 1];
        for (int length : lengths) {
            counts[length]++;
        }
        counts[0] = 0;
        int used = Arrays.stream(counts).sum();
        char[] symbols = new char[used];
        int[] next = new int[MAX_LENGTH + 1];
        for (int length = 1; length < MAX_LENGTH; length++) {
            next[length + 1] = next[length] + counts[length];
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = (char) symbol;
            }
        }
        if (used == 1) {
            return single(symbols[0]);
        }
        if (countUnused(counts) > 0) {
            throw new IOException("one of its prefix codes is incomplete");
        }
        return new PrefixDecoder(counts, symbols, true);
    }

    /** A code with a single symbol, which takes no bits. */
    static PrefixDecoder single(int symbol) {
        int[] counts = new int[MAX_LENGTH + 1];
        counts[0] = 1;
        return new PrefixDecoder(counts, new char[] {(char) symbol}, true);
    }

    /** About how much memory it takes, in bytes. */
    int bytes() {
        return 2 * (table.length + symbols.length) + 4 * counts.length + 100;
    }

    int decode(BitSource in) throws IOException {
        char entry = table[in.peek(tableBits)];
        if (entry == LONGER) {
            return decodeLonger(in);
        }
        in.skip(entry & 0xF);
        return entry >> 4;
    }

    private int decodeLonger(BitSource in) throws IOException {
        int bits = in.peek(MAX_LENGTH);
        int code = 0;
        int firstCode = 0;
        int firstSymbol = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            code = code << 1 | bits >> (isLeastSignificantFirst ? length - 1 : MAX_LENGTH - length) & 1;
            firstCode <<= 1;
            if (code - firstCode < counts[length]) {
                in.skip(length);
                return symbols[firstSymbol + code - firstCode];
            }
            firstCode += counts[length];
            firstSymbol += counts[length];
        }
        throw new IOException("it has a code that its Huffman table lacks");
    }

    private void fillTable() {
        Arrays.fill(table, LONGER);
        int code = 0;
        int at = 0;
        for (int length = 0; length <= tableBits; length++) {
            for (int i = 0; i < counts[length]; i++) {
                char entry = (char) (symbols[at++] << 4 | length);
                fill(code++, length, entry);
            }
            code <<= 1;
        }
    }

    /** Fills all entries that begin with the code. */
    private void fill(int code, int length, char entry) {
        int unused = tableBits - length;
        for (int rest = 0; rest < 1 << unused; rest++) {
            int index = code << unused | rest;
            table[isLeastSignificantFirst ? reverse(index) : index] = entry;
        }
    }

    private int reverse(int index) {
        return tableBits == 0 ? 0 : Integer.reverse(index) >>> Integer.SIZE - tableBits;
    }

    /**
     * Returns how many codes of 16 bits have no symbol.
     *
     * @throws IOException if there are more symbols than codes
     */
    private static int countUnused(int[] counts) throws IOException {
        int unused = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            unused = (unused << 1) - counts[length];
            if (unused < 0) {
                throw new IOException("one of its Huffman tables has too many codes");
            }
        }
        return unused;
    }
}
