package dev.darkroom.image.raster;

/**
 * Yields the processor regularly while drawing and encoding. An image takes tens of milliseconds. On a machine with few
 * processors, requests would otherwise wait until the operating system preempts the drawing threads.
 */
public final class Yielding {

    private static final int ROWS = 32;

    private Yielding() {}

    /** @param row the row to be drawn or encoded next */
    public static void beforeRow(int row) {
        if (row % ROWS == 0) {
            Thread.yield();
        }
    }
}
