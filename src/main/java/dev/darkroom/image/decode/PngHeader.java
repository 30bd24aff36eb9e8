package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * The header of a PNG (PNG third edition, 11.2.1).
 *
 * @param bitDepth the number of bits per sample
 * @param colorType the sum of {@link #PALETTE}, {@link #COLOR} and {@link #ALPHA}
 */
record PngHeader(ThumbnailGrid grid, int bitDepth, int colorType, boolean isInterlaced) {

    static final int PALETTE = 1;
    static final int COLOR = 2;
    static final int ALPHA = 4;

    static PngHeader read(ByteCursor in) throws IOException {
        ThumbnailGrid grid = ThumbnailGrid.of(in.int32(), in.int32());
        int bitDepth = in.int8();
        int colorType = in.int8();
        int compression = in.int8();
        int filter = in.int8();
        int interlace = in.int8();
        if (!isValid(colorType, bitDepth) || compression != 0 || filter != 0 || interlace > 1) {
            throw new IOException("its PNG header is invalid");
        }
        return new PngHeader(grid, bitDepth, colorType, interlace == 1);
    }

    private static boolean isValid(int colorType, int bitDepth) {
        return switch (colorType) {
            case 0 -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8 || bitDepth == 16;
            case COLOR | PALETTE -> bitDepth == 1 || bitDepth == 2 || bitDepth == 4 || bitDepth == 8;
            case COLOR, ALPHA, COLOR | ALPHA -> bitDepth == 8 || bitDepth == 16;
            default -> false;
        };
    }

    boolean hasPalette() {
        return (colorType & PALETTE) != 0;
    }

    boolean hasColor() {
        return (colorType & COLOR) != 0;
    }

    boolean hasAlpha() {
        return (colorType & ALPHA) != 0;
    }

    /** The number of samples per pixel. */
    int channels() {
        return hasPalette() ? 1 : (hasColor() ? 3 : 1) + (hasAlpha() ? 1 : 0);
    }

    /** The number of bytes per pixel, rounded up: the distance at which filters find the pixel before (9.2). */
    int pixelBytes() {
        return (channels() * bitDepth + 7) / 8;
    }

    /**
     * The length of a scanline in bytes, without the byte for its filter.
     *
     * @param pixels the number of its pixels
     */
    int scanlineBytes(int pixels) {
        return (pixels * channels() * bitDepth + 7) / 8;
    }
}
