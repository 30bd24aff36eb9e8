package dev.darkroom.image;

/**
 * A reference picture, made small.
 *
 * @param pixels 0xRRGGBB, row after row; none when the reference could not be had
 */
public record Thumbnail(int width, int height, int[] pixels) {

    /** What stands for a reference that could not be had. */
    public static final Thumbnail FAILED = new Thumbnail(0, 0, new int[0]);

    public boolean isFailed() {
        return pixels.length == 0;
    }
}
