package dev.darkroom.image.format;

import dev.darkroom.image.raster.Raster;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The VP8L bitstream of a lossless WebP (RFC 9649, section 3) with the color-indexing transform: a color table, and for
 * each pixel an index into it, coded as the green channel.
 */
final class LosslessWebp {

    private static final int SIGNATURE = 0x2F;
    private static final int COLOR_INDEXING = 3;
    private static final int MAX_COPY = 4096;
    /** Distance codes that do not depend on the image's width. */
    private static final int ABOVE = 1;

    private static final int LEFT = 2;
    /** With fewer colors, the format would require several pixels to be bundled into one. */
    private static final int MIN_COLORS = 17;

    private final Raster raster;
    private final BitWriter out;

    LosslessWebp(Raster raster, BitWriter out) {
        this.raster = raster;
        this.out = out;
    }

    void compress(boolean hasAlpha) {
        out.write(SIGNATURE, 8);
        out.write(raster.size().width() - 1, 14);
        out.write(raster.size().height() - 1, 14);
        out.write(hasAlpha ? 1 : 0, 1);
        out.write(0, 3);
        writeColors();
        out.write(0, 1);
        writePixels(new WebpTokens(raster));
    }

    /** Writes the color table as an image of one row, where each color is the difference from the previous one. */
    private void writeColors() {
        int[] colors = raster.palette().colors();
        int[] table = Arrays.copyOf(colors, Math.max(MIN_COLORS, colors.length));
        out.write(1, 1);
        out.write(COLOR_INDEXING, 2);
        out.write(table.length - 1, 8);
        out.write(0, 1);
        int[] shifts = {8, 16, 0, 24};
        PrefixCode[] codes = new PrefixCode[shifts.length];
        for (int i = 0; i < shifts.length; i++) {
            int[] counts = new int[i == 0 ? LosslessWebpCodes.GREENS : LosslessWebpCodes.CHANNEL];
            for (int at = 0; at < table.length; at++) {
                counts[difference(table, at, shifts[i])]++;
            }
            codes[i] = writeCode(counts);
        }
        writeSingleSymbol(0);
        for (int at = 0; at < table.length; at++) {
            for (int i = 0; i < shifts.length; i++) {
                codes[i].write(out, difference(table, at, shifts[i]));
            }
        }
    }

    private static int difference(int[] table, int at, int shift) {
        int previous = at == 0 ? 0 : table[at - 1];
        return (table[at] >>> shift) - (previous >>> shift) & 0xFF;
    }

    private void writePixels(WebpTokens tokens) {
        int[] greens = new int[LosslessWebpCodes.GREENS];
        int[] distances = new int[LosslessWebpCodes.DISTANCES];
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isPixel(i)) {
                greens[tokens.value(i)]++;
                continue;
            }
            for (int remaining = tokens.value(i); remaining > 0; remaining -= MAX_COPY) {
                greens[LosslessWebpCodes.CHANNEL + prefix(Math.min(remaining, MAX_COPY))]++;
                distances[prefix(distance(tokens, i))]++;
            }
        }
        // No color cache, and the same prefix codes for the whole image.
        out.write(0, 2);
        PrefixCode green = writeCode(greens);
        writeSingleSymbol(0);
        writeSingleSymbol(0);
        writeSingleSymbol(0);
        PrefixCode distance = writeCode(distances);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isPixel(i)) {
                green.write(out, tokens.value(i));
                continue;
            }
            for (int remaining = tokens.value(i); remaining > 0; remaining -= MAX_COPY) {
                int length = Math.min(remaining, MAX_COPY);
                green.write(out, LosslessWebpCodes.CHANNEL + prefix(length));
                out.write(length - 1, extraBits(length));
                distance.write(out, prefix(distance(tokens, i)));
            }
        }
    }

    private static int distance(WebpTokens tokens, int i) {
        return tokens.isCopyFromAbove(i) ? ABOVE : LEFT;
    }

    private PrefixCode writeCode(int[] counts) {
        PrefixCode code = PrefixCode.of(counts, PrefixCode.MAX_LENGTH);
        int[] used = used(counts);
        if (used.length < 2) {
            writeSingleSymbol(used.length == 0 ? 0 : used[0]);
            return code;
        }
        CodeLengths lengths = new CodeLengths(code.lengths());
        out.write(0, 1);
        lengths.writeHeader(out, LosslessWebpCodes.LENGTH_ORDER);
        out.write(0, 1);
        lengths.writeLengths(out);
        return code;
    }

    /** Writes a code with a single symbol, which takes no bits. */
    private void writeSingleSymbol(int symbol) {
        out.write(1, 1);
        out.write(0, 1);
        out.write(1, 1);
        out.write(symbol, 8);
    }

    private static int[] used(int[] counts) {
        return IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    }

    /**
     * A prefix symbol stands for a range of values from 1; the size of the ranges doubles every two symbols. Extra bits
     * give the position in the range.
     */
    private static int prefix(int value) {
        int bits = extraBits(value);
        return bits == 0 ? value - 1 : 2 * bits + (value - 1 >>> bits);
    }

    private static int extraBits(int value) {
        return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(value - 1) - 2);
    }
}
