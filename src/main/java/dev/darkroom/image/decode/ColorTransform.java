package dev.darkroom.image.decode;

/** Adds to red and blue the shares of green and red that the encoder has subtracted (RFC 9649, section 3.5.2). */
final class ColorTransform implements Vp8lTransform {

    private final int[] factors;
    private final int bits;
    private final int squaresWide;
    private int nextRow;

    /**
     * @param factors one color per square: the share of red in blue is in its red channel, that of green in blue in its
     *     green channel, and that of green in red in its blue channel
     */
    ColorTransform(int[] factors, int bits, int width) {
        this.factors = factors;
        this.bits = bits;
        this.squaresWide = Vp8lTransform.squares(width, bits);
    }

    @Override
    public int[] undo(int[] row) {
        int first = (nextRow++ >> bits) * squaresWide;
        for (int x = 0; x < row.length; x++) {
            int factor = factors[first + (x >> bits)];
            int pixel = row[x];
            int green = pixel >> 8;
            int red = (pixel >> 16) + delta(factor, green);
            int blue = pixel + delta(factor >> 8, green) + delta(factor >> 16, red);
            row[x] = pixel & 0xFF00FF00 | (red & 0xFF) << 16 | blue & 0xFF;
        }
        return row;
    }

    /** The product of two signed bytes; the factor is in units of 1/32. */
    private static int delta(int factor, int color) {
        return (byte) factor * (byte) color >> 5;
    }
}
