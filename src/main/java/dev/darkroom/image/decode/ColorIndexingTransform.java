package dev.darkroom.image.decode;

import java.util.Arrays;

/** Looks up colors in a table. The index is in green; several small indices share a pixel (RFC 9649, section 3.5.4). */
final class ColorIndexingTransform implements Vp8lTransform {

    private static final int INDICES = 256;

    private final int[] table;
    private final int bundleBits;
    private final int[] out;

    /**
     * @param colors the first color, and the differences from each color to the next one
     * @param width the width of the image in pixels
     */
    ColorIndexingTransform(int[] colors, int width) {
        this.bundleBits = bundleBits(colors.length);
        this.out = new int[width];
        this.table = Arrays.copyOf(colors, INDICES);
        for (int i = 1; i < colors.length; i++) {
            table[i] = Vp8lTransform.add(table[i], table[i - 1]);
        }
    }

    /** The binary logarithm of the number of indices that share a pixel. */
    static int bundleBits(int colors) {
        if (colors <= 2) {
            return 3;
        }
        return colors <= 4 ? 2 : colors <= 16 ? 1 : 0;
    }

    @Override
    public int[] undo(int[] row) {
        int bitsPerIndex = Byte.SIZE >> bundleBits;
        int inBundle = (1 << bundleBits) - 1;
        for (int x = 0; x < out.length; x++) {
            int bundle = row[x >> bundleBits] >> 8 & 0xFF;
            out[x] = table[bundle >> (x & inBundle) * bitsPerIndex & (1 << bitsPerIndex) - 1];
        }
        return out;
    }
}
