package dev.darkroom.journal;

/**
 * How often something is expected.
 *
 * @param most not less than {@code least}
 */
public record Times(int least, int most) {

    public static Times exactly(int times) {
        return new Times(times, times);
    }

    public static Times atLeast(int times) {
        return new Times(times, Integer.MAX_VALUE);
    }

    boolean fits(int count) {
        return count >= least && count <= most;
    }

    /** Whether no more of them can mend it. */
    boolean isExceededBy(int count) {
        return count > most;
    }

    @Override
    public String toString() {
        if (least == most) {
            return "exactly " + least;
        }
        if (most == Integer.MAX_VALUE) {
            return "at least " + least;
        }
        return least == 0 ? "at most " + most : least + " to " + most;
    }
}
