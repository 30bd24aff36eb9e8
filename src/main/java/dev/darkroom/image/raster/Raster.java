package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/** An image with at most {@value Palette#MAX} colors: one palette index per pixel, row by row. */
public final class Raster {

    private final PixelSize size;
    private final Palette palette = new Palette();
    private final byte[] bytes;

    /**
     * @param background the initial color of all pixels, 0xAARRGGBB
     * @param buffers the memory to draw in; no other raster may use it at the same time
     */
    public Raster(PixelSize size, int background, CanvasBuffers buffers) {
        this.size = size;
        this.bytes = buffers.bufferFor(size);
        palette.index(background);
        new Canvas(this).fill(0, 0, size.width(), size.height(), background);
    }

    public PixelSize size() {
        return size;
    }

    public Palette palette() {
        return palette;
    }

    /** The number of pixels. */
    public int pixels() {
        return size.width() * size.height();
    }

    /** The palette index of each pixel. The array may be longer than {@link #pixels()}; ignore the rest. */
    public byte[] bytes() {
        return bytes;
    }

    /** The index of a pixel in {@link #bytes()}. */
    public int offset(int x, int y) {
        return y * size.width() + x;
    }

    /** The color of a pixel, 0xAARRGGBB. */
    public int color(int x, int y) {
        return palette.color(Byte.toUnsignedInt(bytes[offset(x, y)]));
    }
}
