package dev.darkroom.image.decode;

/** Undoes a transform of a lossless WebP (RFC 9649, section 3.5), row by row, from the first row on. */
interface Vp8lTransform {

    /**
     * Undoes the transform of the next row.
     *
     * @param row 0xAARRGGBB; the method may change it
     * @return the result, valid until the next call
     */
    int[] undo(int[] row);

    /**
     * The number of squares that cover a side of an image.
     *
     * @param bits the binary logarithm of the side of a square
     */
    static int squares(int side, int bits) {
        return side + (1 << bits) - 1 >> bits;
    }

    /** Adds two colors, channel by channel. */
    static int add(int a, int b) {
        return (a & 0xFF00FF00) + (b & 0xFF00FF00) & 0xFF00FF00 | (a & 0xFF00FF) + (b & 0xFF00FF) & 0xFF00FF;
    }
}
