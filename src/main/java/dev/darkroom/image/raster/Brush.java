package dev.darkroom.image.raster;

import java.util.Arrays;

/** Puts one ink on the pixels of one row after another. */
final class Brush implements Coverage.Spans {

    private final Raster raster;
    private final int ink;
    private int row;

    /** @param ink index of its color */
    Brush(Raster raster, int ink) {
        this.raster = raster;
        this.ink = ink;
    }

    void goTo(int y) {
        row = raster.offset(0, y);
    }

    @Override
    public void cover(int from, int to, int level) {
        byte[] bytes = raster.bytes();
        if (level == Palette.LEVELS) {
            Arrays.fill(bytes, row + from, row + to, (byte) ink);
            return;
        }
        for (int i = row + from; i < row + to; i++) {
            bytes[i] = (byte) raster.palette().blend(Byte.toUnsignedInt(bytes[i]), ink, level);
        }
    }
}
