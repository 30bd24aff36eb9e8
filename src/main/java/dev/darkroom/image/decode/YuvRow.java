package dev.darkroom.image.decode;

/** Converts the samples of a lossy WebP to colors (RFC 9649, section 2.5, which names ITU-R BT.601). */
final class YuvRow {

    private static final int SHIFT = 16;
    private static final int LUMA = (int) (1.164383 * (1 << SHIFT));
    private static final int V_TO_RED = (int) (1.596027 * (1 << SHIFT));
    private static final int U_TO_GREEN = (int) (0.391762 * (1 << SHIFT));
    private static final int V_TO_GREEN = (int) (0.812968 * (1 << SHIFT));
    private static final int U_TO_BLUE = (int) (2.017232 * (1 << SHIFT));

    private final Vp8Strip y;
    private final Vp8Strip u;
    private final Vp8Strip v;

    YuvRow(Vp8Strip[] strips) {
        this.y = strips[0];
        this.u = strips[1];
        this.v = strips[2];
    }

    /**
     * Converts one row of a strip. Each chroma sample covers 2×2 pixels.
     *
     * @param colors receives 0xAARRGGBB
     * @param alpha from 0 to 255; null for an opaque image
     */
    void convert(int rowInStrip, int[] colors, int[] alpha) {
        int lumaRow = y.offset(0, rowInStrip);
        int chromaRow = u.offset(0, rowInStrip / 2);
        for (int x = 0; x < colors.length; x++) {
            int luma = LUMA * ((y.samples()[lumaRow + x] & 0xFF) - 16) + (1 << SHIFT - 1);
            int blueDifference = (u.samples()[chromaRow + x / 2] & 0xFF) - 128;
            int redDifference = (v.samples()[chromaRow + x / 2] & 0xFF) - 128;
            int red = clamp(luma + V_TO_RED * redDifference);
            int green = clamp(luma - U_TO_GREEN * blueDifference - V_TO_GREEN * redDifference);
            int blue = clamp(luma + U_TO_BLUE * blueDifference);
            colors[x] = (alpha == null ? 0xFF : alpha[x]) << 24 | red << 16 | green << 8 | blue;
        }
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value >> SHIFT));
    }
}
