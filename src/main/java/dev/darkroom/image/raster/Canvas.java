package dev.darkroom.image.raster;

import java.util.Arrays;

/** Fills shapes with antialiased edges, scanline by scanline. */
public final class Canvas {

    private final Raster raster;
    private final Coverage coverage;

    public Canvas(Raster raster) {
        this.raster = raster;
        this.coverage = new Coverage(raster.size().width(), steps(raster));
    }

    /**
     * Large images get fewer blending steps: their edges show less, and blended pixels take most of the file's size.
     */
    private static int steps(Raster raster) {
        int megapixels = raster.pixels() / 1_000_000;
        return megapixels < 3 ? Palette.LEVELS : megapixels < 6 ? Palette.LEVELS / 3 : Palette.LEVELS / 5;
    }

    /** @param color 0xAARRGGBB */
    public Canvas fill(Outline outline, int color) {
        Brush brush = new Brush(raster, raster.palette().index(color));
        Edges edges = new Edges(outline);
        int bottom = Math.min(raster.size().height(), edges.bottom());
        for (int y = edges.top(); y < bottom; y++) {
            Yielding.beforeRow(y);
            edges.cross(y, coverage);
            brush.moveToRow(y);
            coverage.flush(brush);
        }
        return this;
    }

    /** Fills a rectangle of whole pixels, clipped to the image. */
    public Canvas fill(int left, int top, int width, int height, int color) {
        byte index = (byte) raster.palette().index(color);
        int from = Math.max(0, left);
        int to = Math.min(raster.size().width(), left + width);
        int bottom = Math.min(raster.size().height(), top + height);
        for (int y = Math.max(0, top); y < bottom && from < to; y++) {
            Yielding.beforeRow(y);
            Arrays.fill(raster.bytes(), raster.offset(from, y), raster.offset(to, y), index);
        }
        return this;
    }

    /** Sets one pixel; ignores pixels outside the image. */
    public void set(int x, int y, int color) {
        if (x >= 0 && y >= 0 && x < raster.size().width() && y < raster.size().height()) {
            raster.bytes()[raster.offset(x, y)] = (byte) raster.palette().index(color);
        }
    }
}
