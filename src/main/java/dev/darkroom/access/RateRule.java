package dev.darkroom.access;

import java.time.Duration;

/**
 * The rule of a rate limit.
 *
 * @param requests the requests, or other units, that are permitted within any period of {@code window}: 1 to
 *     {@value #MAX_REQUESTS}
 * @param window from a millisecond to ten years
 */
public record RateRule(int requests, Duration window) {

    public static final int MAX_REQUESTS = 100_000;

    public static final Duration MIN_WINDOW = Duration.ofMillis(1);

    public static final Duration MAX_WINDOW = Duration.ofDays(3650);

    /** @throws IllegalArgumentException when a component is out of range */
    public RateRule {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("requests must be from 1 to " + MAX_REQUESTS + ", not " + requests);
        }
        if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
            throw new IllegalArgumentException("window must be from 1ms to 3650d, not " + window);
        }
    }
}
