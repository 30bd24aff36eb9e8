package dev.darkroom.image.raster;

import java.util.Arrays;

/** Paints spans of pixels in one color, one scanline at a time. */
final class Brush implements Coverage.Spans {

    private final Raster raster;
    private final int color;
    private int row;

    /** @param color an index of the palette */
    Brush(Raster raster, int color) {
        this.raster = raster;
        this.color = color;
    }

    void moveToRow(int y) {
        row = raster.offset(0, y);
    }

    @Override
    public void cover(int from, int to, int level) {
        byte[] bytes = raster.bytes();
        if (level == Palette.LEVELS) {
            Arrays.fill(bytes, row + from, row + to, (byte) color);
            return;
        }
        for (int i = row + from; i < row + to; i++) {
            bytes[i] = (byte) raster.palette().blend(Byte.toUnsignedInt(bytes[i]), color, level);
        }
    }
}
