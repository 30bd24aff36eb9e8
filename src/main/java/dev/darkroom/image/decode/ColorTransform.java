package dev.darkroom.image.decode;

/** What correlates with green and red has been subtracted from red and blue (RFC 9649, section 3.5.2). */
final class ColorTransform implements Vp8lTransform {

    private final int[] factors;
    private final int bits;
    private final int squaresWide;
    private int nextRow;

    /** @param factors by square, 0xAARRGGBB: red to blue, green to blue, and green to red */
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

    /** Both are signed bytes; the factor is in units of 1/32. */
    private static int delta(int factor, int color) {
        return (byte) factor * (byte) color >> 5;
    }
}
