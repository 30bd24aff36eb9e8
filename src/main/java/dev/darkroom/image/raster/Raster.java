package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/** A picture of at most {@value Palette#MAX} colours while it is drawn: one byte a pixel, row after row. */
public final class Raster {

    private final PixelSize size;
    private final Palette palette = new Palette();
    private final byte[] bytes;

    /** @param background the colour of all pixels, 0xAARRGGBB */
    public Raster(PixelSize size, int background) {
        this.size = size;
        palette.index(background);
        this.bytes = new byte[Math.multiplyExact(size.width(), size.height())];
    }

    public PixelSize size() {
        return size;
    }

    public Palette palette() {
        return palette;
    }

    /** Of each pixel the index of its colour. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} a pixel is. */
    public int offset(int x, int y) {
        return y * size.width() + x;
    }

    /** The colour of a pixel, 0xAARRGGBB. */
    public int colour(int x, int y) {
        return palette.colour(Byte.toUnsignedInt(bytes[offset(x, y)]));
    }
}
