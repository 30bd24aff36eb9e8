package dev.darkroom.image.card;

import dev.darkroom.image.Thumbnail;
import dev.darkroom.image.raster.Canvas;
import dev.darkroom.image.raster.Outline;
import java.util.List;

/**
 * The references in rows, each in its own square. Up to {@value #MAX_LARGE} are drawn larger. A reference that could
 * not be read is shown as a cross.
 */
final class Thumbnails {

    private static final int MAX_LARGE = 4;
    private static final int BACKGROUND = 0xFFEFEDE8;
    private static final int MISSING = 0xFFE4E2DC;
    private static final int CROSS = 0xFF9A9C9E;

    /** The number of palette entries that they need. */
    static final int COLORS = ColorReduction.MAX_COLORS + 3;

    private final List<Thumbnail> thumbnails;
    private final int side;
    private final int step;

    Thumbnails(List<Thumbnail> thumbnails, double unit) {
        this.thumbnails = thumbnails;
        this.side = (int) ((thumbnails.size() > MAX_LARGE ? 10 : 22) * unit);
        this.step = (int) (side + 2 * unit);
    }

    /** @param width the width of a row, in pixels */
    double height(double width) {
        int rows = (thumbnails.size() + columns(width) - 1) / columns(width);
        return (double) rows * step;
    }

    void draw(Canvas canvas, double left, double top, double width) {
        ColorReduction colors = new ColorReduction(thumbnails);
        for (int i = 0; i < thumbnails.size(); i++) {
            int x = (int) left + i % columns(width) * step;
            int y = (int) top + i / columns(width) * step;
            if (thumbnails.get(i).isFailed()) {
                drawMissing(canvas, x, y);
            } else {
                draw(canvas, thumbnails.get(i), x, y, colors);
            }
        }
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + step - side) / Math.max(1, step)));
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

    /** Scales the thumbnail to fit the square, and centers it. */
    private void draw(Canvas canvas, Thumbnail thumbnail, int left, int top, ColorReduction colors) {
        double scale = (double) side / Math.max(thumbnail.width(), thumbnail.height());
        int width = Math.max(1, (int) (thumbnail.width() * scale));
        int height = Math.max(1, (int) (thumbnail.height() * scale));
        canvas.fill(left, top, side, side, BACKGROUND);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = Math.min(thumbnail.width() - 1, (int) (x / scale));
                int fromY = Math.min(thumbnail.height() - 1, (int) (y / scale));
                int pixel = thumbnail.pixels()[fromY * thumbnail.width() + fromX];
                canvas.set(left + (side - width) / 2 + x, top + (side - height) / 2 + y, colors.reduce(pixel));
            }
        }
    }
}
