package dev.darkroom.image;

import java.util.Optional;

/**
 * A reference image, scaled down.
 *
 * @param pixels 0xRRGGBB, row by row; empty if the reference could not be read
 */
public record Thumbnail(int width, int height, int[] pixels) {

    /** The result for a reference that could not be read. */
    public static final Thumbnail FAILED = new Thumbnail(0, 0, new int[0]);

    /** The longest side, in pixels. */
    public static final int MAX_SIDE = 256;

    /**
     * The largest memory that the thumbnail of an image takes, in bytes.
     *
     * @param image empty if its dimensions are unknown
     */
    static long maxBytes(Optional<Dimensions> image) {
        return Integer.BYTES * image.map(Thumbnail::maxPixels).orElse((long) MAX_SIDE * MAX_SIDE);
    }

    private static long maxPixels(Dimensions image) {
        long longer = Math.max(image.width(), image.height());
        long shorter = Math.min(image.width(), image.height());
        return longer <= MAX_SIDE ? longer * shorter : MAX_SIDE * (shorter * MAX_SIDE / longer + 1);
    }

    public boolean isFailed() {
        return pixels.length == 0;
    }
}
