package dev.darkroom.image.decode;

import dev.darkroom.image.Thumbnail;

/**
 * The average color of each square of a {@link ThumbnailGrid}, over white. Pixels come in any order, and the image
 * itself is never in memory. Takes at most 768 KiB.
 */
final class PixelAverages {

    private static final int CHANNELS = 3;
    private static final int MAX = 255;

    private final ThumbnailGrid grid;

    /** The sums of red, green and blue, times 255; at most 79² · 255², which is less than 2³¹. */
    private final int[] sums;

    PixelAverages(ThumbnailGrid grid) {
        this.grid = grid;
        this.sums = new int[CHANNELS * grid.columns() * grid.rows()];
    }

    /** @param row 0xAARRGGBB; may be longer than the image is wide */
    void addRow(int y, int[] row) {
        int at = CHANNELS * (y / grid.step() * grid.columns());
        int x = 0;
        for (int column = 0; column < grid.columns(); column++) {
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int end = grid.right(column); x < end; x++) {
                int color = row[x];
                if (color >>> 24 == MAX) {
                    red += color >> 16 & MAX;
                    green += color >> 8 & MAX;
                    blue += color & MAX;
                } else {
                    addTo(at, color);
                }
            }
            sums[at] += MAX * red;
            sums[at + 1] += MAX * green;
            sums[at + 2] += MAX * blue;
            at += CHANNELS;
        }
    }

    /** @param color 0xAARRGGBB */
    void add(int x, int y, int color) {
        addTo(CHANNELS * (y / grid.step() * grid.columns() + x / grid.step()), color);
    }

    /** Returns the thumbnail. Call it after you have added all pixels. */
    Thumbnail thumbnail() {
        int[] pixels = new int[grid.columns() * grid.rows()];
        int left = 0;
        for (int column = 0; column < grid.columns(); column++) {
            int top = 0;
            for (int row = 0; row < grid.rows(); row++) {
                int at = row * grid.columns() + column;
                pixels[at] = average(CHANNELS * at, (grid.right(column) - left) * (grid.bottom(row) - top));
                top = grid.bottom(row);
            }
            left = grid.right(column);
        }
        return new Thumbnail(grid.columns(), grid.rows(), pixels);
    }

    private void addTo(int at, int color) {
        int alpha = color >>> 24;
        int white = MAX * (MAX - alpha);
        sums[at] += (color >> 16 & MAX) * alpha + white;
        sums[at + 1] += (color >> 8 & MAX) * alpha + white;
        sums[at + 2] += (color & MAX) * alpha + white;
    }

    private int average(int at, int pixels) {
        int color = 0;
        for (int i = 0; i < CHANNELS; i++) {
            color = color << 8 | (sums[at + i] + MAX * pixels / 2) / (MAX * pixels);
        }
        return color;
    }
}
