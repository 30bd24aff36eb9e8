package dev.darkroom.journal;

/**
 * The expected number of matches.
 *
 * @param max not less than {@code min}
 */
public record Times(int min, int max) {

    public static Times exactly(int times) {
        return new Times(times, times);
    }

    public static Times atLeast(int times) {
        return new Times(times, Integer.MAX_VALUE);
    }

    boolean includes(int count) {
        return count >= min && count <= max;
    }

    /** Whether this number of matches is too high. */
    boolean isExceededBy(int count) {
        return count > max;
    }

    @Override
    public String toString() {
        if (min == max) {
            return "exactly " + min;
        }
        if (max == Integer.MAX_VALUE) {
            return "at least " + min;
        }
        return min == 0 ? "at most " + max : min + " to " + max;
    }
}
