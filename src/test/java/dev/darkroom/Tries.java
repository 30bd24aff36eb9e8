package dev.darkroom;

/**
 * The number of tries of randomized tests. jqwik's properties read {@code jqwik.tries.default} themselves; hand-written
 * loops scale with it. The build sets it to 500, and to thousands with {@code -Pthorough}.
 */
public final class Tries {

    private static final int DEFAULT = 500;

    private Tries() {}

    /** @param defaultTries the number of tries in a default build */
    public static int of(int defaultTries) {
        return (int) ((long) defaultTries * Integer.getInteger("jqwik.tries.default", DEFAULT) / DEFAULT);
    }
}
