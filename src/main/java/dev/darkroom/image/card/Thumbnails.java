package dev.darkroom.image.card;

import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;
import java.util.List;

/** The references in rows, each in a square. One that could not be had is crossed out. */
final class Thumbnails {

    private static final int[] STEPS = {4, 4, 4};

    /** How many colours they take. */
    static final int COLOURS = STEPS[0] * STEPS[1] * STEPS[2];

    private static final int MISSING = 0xFFE4E2DC;
    private static final int CROSS = 0xFF9A9C9E;
    private static final int OPAQUE = 0xFF000000;

    /** Which pixels of four by four are rounded up sooner, so that few colours look like more. */
    private static final int[] THRESHOLDS = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

    private final List<Thumbnail> thumbnails;
    private final int side;
    private final int step;

    Thumbnails(List<Thumbnail> thumbnails, double unit) {
        this.thumbnails = thumbnails;
        this.side = (int) (10 * unit);
        this.step = (int) (12 * unit);
    }

    /** @param width of a row */
    double height(double width) {
        int rows = (thumbnails.size() + inRow(width) - 1) / inRow(width);
        return (double) rows * step;
    }

    void draw(Canvas canvas, double left, double top, double width) {
        for (int i = 0; i < thumbnails.size(); i++) {
            int x = (int) left + i % inRow(width) * step;
            int y = (int) top + i / inRow(width) * step;
            if (thumbnails.get(i).isFailed()) {
                drawMissing(canvas, x, y);
            } else {
                draw(canvas, thumbnails.get(i), x, y);
            }
        }
    }

    private int inRow(double width) {
        return Math.max(1, (int) ((width + step - side) / step));
    }

    private void drawMissing(Canvas canvas, int x, int y) {
        double edge = side * 0.3;
        double bar = side * 0.04;
        canvas.fill(x, y, side, side, MISSING);
        canvas.fill(line(x + edge, y + edge, x + side - edge, y + side - edge, bar), CROSS);
        canvas.fill(line(x + side - edge, y + edge, x + edge, y + side - edge, bar), CROSS);
    }

    private static Outline line(double fromX, double fromY, double toX, double toY, double bar) {
        return new Outline()
                .moveTo(fromX - bar, fromY)
                .lineTo(fromX + bar, fromY)
                .lineTo(toX + bar, toY)
                .lineTo(toX - bar, toY)
                .close();
    }

    /** The whole of it, as large as the square permits. */
    private void draw(Canvas canvas, Thumbnail thumbnail, int left, int top) {
        double scale = (double) side / Math.max(thumbnail.width(), thumbnail.height());
        int width = Math.max(1, (int) (thumbnail.width() * scale));
        int height = Math.max(1, (int) (thumbnail.height() * scale));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = Math.min(thumbnail.width() - 1, (int) (x / scale));
                int fromY = Math.min(thumbnail.height() - 1, (int) (y / scale));
                int pixel = thumbnail.pixels()[fromY * thumbnail.width() + fromX];
                canvas.set(left + x, top + y, reduced(pixel, THRESHOLDS[y % 4 * 4 + x % 4]));
            }
        }
    }

    private static int reduced(int pixel, int threshold) {
        int reduced = OPAQUE;
        for (int i = 0; i < STEPS.length; i++) {
            int shift = 16 - Byte.SIZE * i;
            int value = pixel >> shift & 0xFF;
            int step = (value * (STEPS[i] - 1) * 16 + 255 * threshold + 127) / (255 * 16);
            reduced |= Math.min(STEPS[i] - 1, step) * 255 / (STEPS[i] - 1) << shift;
        }
        return reduced;
    }
}
