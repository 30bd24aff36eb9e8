package dev.darkroom.image.raster;

import dev.darkroom.image.PixelSize;

/**
 * The pixel buffer that consecutive images of one thread share. Allocating megabytes for each image would burden the
 * garbage collector.
 */
public final class CanvasBuffers {

    private byte[] bytes = {};

    byte[] bufferFor(PixelSize size) {
        int pixels = Math.multiplyExact(size.width(), size.height());
        if (bytes.length < pixels) {
            bytes = new byte[pixels];
        }
        return bytes;
    }
}
