package dev.darkroom;

/**
 * How often randomized tests try. jqwik's properties read {@code jqwik.tries.default} themselves; hand-written loops scale
 * by it. The build sets it to 500, and to thousands with {@code -Pthorough}.
 */
public final class Tries {

    private static final int USUAL = 500;

    private Tries() {}

    /** @param usual the number in a usual build */
    public static int of(int usual) {
        return (int) ((long) usual * Integer.getInteger("jqwik.tries.default", USUAL) / USUAL);
    }
}
