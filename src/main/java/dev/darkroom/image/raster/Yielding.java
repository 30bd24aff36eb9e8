package dev.darkroom.image.raster;

/**
 * Lets others have the processor now and then. A picture takes some ten milliseconds, and where there are few processors,
 * whoever only asks for a task would wait until a scheduler takes it away from those who draw.
 */
public final class Yielding {

    private static final int ROWS = 32;

    private Yielding() {}

    /** @param row that is to be drawn or written next */
    public static void before(int row) {
        if (row % ROWS == 0) {
            Thread.yield();
        }
    }
}
