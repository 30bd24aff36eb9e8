package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/** A picture of at most {@value Palette#MAX} colours while it is drawn: one byte a pixel, row after row. */
public final class Raster {

    private final PixelSize size;
    private final Palette palette = new Palette();
    private final byte[] bytes;

    /**
     * @param background the colour of all pixels, 0xAARRGGBB
     * @param memory of which no other picture makes use at the same time
     */
    public Raster(PixelSize size, int background, Memory memory) {
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

    /** Of each pixel the index of its colour; what is behind the last one is nobody's. */
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
