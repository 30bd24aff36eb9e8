package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/** A picture of at most {@value Palette#MAX} colors while it is drawn: one byte a pixel, row after row. */
public final class Raster {

    private final PixelSize size;
    private final Palette palette = new Palette();
    private final byte[] bytes;

    /**
     * @param background the color of all pixels, 0xAARRGGBB
     * @param memory of which no other picture makes use at the same time
     */
    public Raster(PixelSize size, int background, CanvasBuffers memory) {
        this.size = size;
        this.bytes = memory.of(size);
        palette.index(background);
        new Canvas(this).fill(0, 0, size.width(), size.height(), background);
    }

    public PixelSize size() {
        return size;
    }

    public Palette palette() {
        return palette;
    }

    /** How many there are. */
    public int pixels() {
        return size.width() * size.height();
    }

    /** Of each pixel the index of its color; what is behind the last one is nobody's. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} a pixel is. */
    public int offset(int x, int y) {
        return y * size.width() + x;
    }

    /** The color of a pixel, 0xAARRGGBB. */
    public int color(int x, int y) {
        return palette.color(Byte.toUnsignedInt(bytes[offset(x, y)]));
    }
}
