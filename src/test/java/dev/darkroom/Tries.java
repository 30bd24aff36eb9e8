package dev.darkroom;

/**
 * The number of tries of randomized tests that are loops instead of jqwik properties. It is proportional to the
 * property {@code jqwik.tries.default}, which the build sets to 500, or to thousands with {@code -Pthorough}.
 */
public final class Tries {

    private static final int DEFAULT = 500;

    private Tries() {}

    /** @param defaultTries the number of tries in a default build, which other builds scale */
    public static int of(int defaultTries) {
        return (int) ((long) defaultTries * Integer.getInteger("jqwik.tries.default", DEFAULT) / DEFAULT);
    }
}
