package dev.darkroom.access;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param requests how many times within any stretch of {@code window}, 1 to {@value #MOST_REQUESTS}
 * @param window from a millisecond to ten years
 */
public record RateRule(int requests, Duration window) {

    public static final int MOST_REQUESTS = 100_000;

    public static final Duration SHORTEST = Duration.ofMillis(1);

    public static final Duration LONGEST = Duration.ofDays(3650);

    /** @throws IllegalArgumentException when a component is out of range */
    public RateRule {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw new IllegalArgumentException("requests must be from 1 to " + MOST_REQUESTS + ", not " + requests);
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window must last from 1ms to 3650d, not " + window);
        }
    }
}
