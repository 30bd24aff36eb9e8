package dev.darkroom.image;

/**
 * A reference image, scaled down.
 *
 * @param pixels 0xRRGGBB, row by row; empty if the reference could not be read
 */
public record Thumbnail(int width, int height, int[] pixels) {

    /** The result for a reference that could not be read. */
    public static final Thumbnail FAILED = new Thumbnail(0, 0, new int[0]);

    public boolean isFailed() {
        return pixels.length == 0;
    }
}
