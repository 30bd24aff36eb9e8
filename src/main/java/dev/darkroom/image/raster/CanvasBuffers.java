package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/**
 * Where a picture is drawn, one after the other. A large picture is more than a garbage collector takes lightly, so the
 * next is drawn where the last one was.
 */
public final class CanvasBuffers {

    private byte[] bytes = {};

    byte[] of(PixelSize size) {
        int pixels = Math.multiplyExact(size.width(), size.height());
        if (bytes.length < pixels) {
            bytes = new byte[pixels];
        }
        return bytes;
    }
}
