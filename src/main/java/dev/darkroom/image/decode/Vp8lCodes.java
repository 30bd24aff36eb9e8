package dev.darkroom.image.decode;

import dev.darkroom.image.format.LosslessWebpCodes;
import java.io.IOException;

/**
 * The five prefix codes of a group of pixels (RFC 9649, sections 3.7.1 and 3.7.2.1).
 *
 * @param green the code of green, of the lengths of copies, and of the colors in the cache
 */
record Vp8lCodes(
        PrefixDecoder green, PrefixDecoder red, PrefixDecoder blue, PrefixDecoder alpha, PrefixDecoder distance) {

    private static final int DEFAULT_LENGTH = 8;

    /** @param cachedColors the number of colors in the cache */
    static Vp8lCodes read(Vp8lBits in, int cachedColors) throws IOException {
        return new Vp8lCodes(
                readCode(in, LosslessWebpCodes.GREENS + cachedColors),
                readCode(in, LosslessWebpCodes.CHANNEL),
                readCode(in, LosslessWebpCodes.CHANNEL),
                readCode(in, LosslessWebpCodes.CHANNEL),
                readCode(in, LosslessWebpCodes.DISTANCES));
    }

    /** About how much memory they take, in bytes. */
    int bytes() {
        return green.bytes() + red.bytes() + blue.bytes() + alpha.bytes() + distance.bytes();
    }

    private static PrefixDecoder readCode(Vp8lBits in, int symbols) throws IOException {
        int[] lengths = new int[symbols];
        if (in.readFlag()) {
            boolean hasTwo = in.readFlag();
            int first = in.read(in.readFlag() ? 8 : 1);
            set(lengths, first, 1, 1);
            if (hasTwo) {
                set(lengths, in.read(8), 1, 1);
            }
        } else {
            readLengths(in, readCodeOfLengths(in), lengths);
        }
        return PrefixDecoder.webp(lengths);
    }

    private static PrefixDecoder readCodeOfLengths(Vp8lBits in) throws IOException {
        int[] lengths = new int[LosslessWebpCodes.LENGTH_SYMBOLS];
        int count = 4 + in.read(4);
        for (int i = 0; i < count; i++) {
            lengths[LosslessWebpCodes.lengthSymbol(i)] = in.read(3);
        }
        return PrefixDecoder.webp(lengths);
    }

    private static void readLengths(Vp8lBits in, PrefixDecoder code, int[] lengths) throws IOException {
        int maxSymbols = in.readFlag() ? 2 + in.read(2 + 2 * in.read(3)) : lengths.length;
        int previous = DEFAULT_LENGTH;
        int at = 0;
        for (int i = 0; i < maxSymbols && at < lengths.length; i++) {
            int symbol = code.decode(in);
            switch (symbol) {
                case 16 -> at = set(lengths, at, 3 + in.read(2), previous);
                case 17 -> at = set(lengths, at, 3 + in.read(3), 0);
                case 18 -> at = set(lengths, at, 11 + in.read(7), 0);
                default -> {
                    previous = symbol == 0 ? previous : symbol;
                    at = set(lengths, at, 1, symbol);
                }
            }
        }
    }

    /** Sets a number of lengths, and returns the index of the next one. */
    private static int set(int[] lengths, int at, int count, int length) throws IOException {
        if (at + count > lengths.length) {
            throw new IOException("one of its prefix codes has too many symbols");
        }
        for (int i = 0; i < count; i++) {
            lengths[at + i] = length;
        }
        return at + count;
    }
}
