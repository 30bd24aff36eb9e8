package dev.darkroom.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * Permits so many requests within any stretch of time of a given length: a sliding log of the permitted ones.
 *
 * <p>Why this one: counters of fixed windows let twice as many through at the edge of two windows, and a bucket that
 * leaks lets nearly twice as many through in one window after a pause. The log does neither, and knows to the instant
 * when the next request will be permitted. Its price is one instant for each permitted request of the last window.
 *
 * <p>Refused requests do not count, so whoever waits as long as told is permitted. Not safe for use by several threads.
 */
public final class RateLimit {

    private final RateRule rule;
    private final ArrayDeque<Instant> permitted = new ArrayDeque<>();
    private boolean usedUp;

    private RateLimit(RateRule rule, boolean usedUp) {
        this.rule = rule;
        this.usedUp = usedUp;
    }

    public static RateLimit of(RateRule rule) {
        return new RateLimit(rule, false);
    }

    /** A limit that somebody seems to have used up just before the first request. */
    public static RateLimit usedUp(RateRule rule) {
        return new RateLimit(rule, true);
    }

    /** Another rule, for which counts what this one remembers: what it permitted within its own window. */
    public RateLimit under(RateRule other) {
        RateLimit limit = new RateLimit(other, usedUp);
        permitted.stream()
                .skip(Math.max(0, permitted.size() - other.requests()))
                .forEach(limit.permitted::addLast);
        return limit;
    }

    /** @return zero when permitted, otherwise how long from {@code now} until a request will be */
    public Duration acquire(Instant now) {
        Instant start = now.minus(rule.window());
        forget(now);
        if (permitted.size() < rule.requests()) {
            permitted.addLast(now);
            return Duration.ZERO;
        }
        return Duration.between(start, permitted.peekFirst());
    }

    public RateStanding standing(Instant now) {
        forget(now);
        Instant last = permitted.isEmpty() ? now : permitted.peekLast().plus(rule.window());
        return new RateStanding(rule.requests(), Math.max(0, rule.requests() - permitted.size()), last);
    }

    /** What was permitted before the window that ends now counts no more. */
    private void forget(Instant now) {
        Instant start = now.minus(rule.window());
        while (!permitted.isEmpty() && !permitted.peekFirst().isAfter(start)) {
            permitted.removeFirst();
        }
        while (usedUp && permitted.size() < rule.requests()) {
            permitted.addLast(now);
        }
        usedUp = false;
    }
}
