package dev.darkroom.image.decode;

import java.io.IOException;

/**
 * The division of an image into squares, each of which becomes a pixel of the thumbnail. The squares of the last column
 * and of the last row may be cut off.
 *
 * @param width the width of the image in pixels
 * @param height the height of the image in pixels
 * @param step the side of a square in pixels
 */
record ThumbnailGrid(int width, int height, int step) {

    /** Larger than a thumbnail on the largest image. */
    private static final int THUMBNAIL_SIDE = 256;

    private static final long MAX_PIXELS = 36_000_000;
    private static final int MAX_SIDE = 20_000;

    /** @throws IOException if the image is empty or too large */
    static ThumbnailGrid of(int width, int height) throws IOException {
        if (width < 1 || height < 1) {
            throw new IOException("it has no pixels");
        }
        if ((long) width * height > MAX_PIXELS || Math.max(width, height) > MAX_SIDE) {
            throw new IOException("it has " + width + "x" + height + " pixels; the limits are " + MAX_PIXELS
                    + " pixels and " + MAX_SIDE + " per side");
        }
        return new ThumbnailGrid(width, height, (Math.max(width, height) + THUMBNAIL_SIDE - 1) / THUMBNAIL_SIDE);
    }

    /** The width of the thumbnail. */
    int columns() {
        return (width + step - 1) / step;
    }

    /** The height of the thumbnail. */
    int rows() {
        return (height + step - 1) / step;
    }

    /** The right edge of a column's squares, in pixels. */
    int right(int column) {
        return Math.min(width, (column + 1) * step);
    }

    /** The lower edge of a row's squares, in pixels. */
    int bottom(int row) {
        return Math.min(height, (row + 1) * step);
    }
}
