package dev.darkroom.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;

/**
 * Permits a limited number of units, such as requests or images, within any period of a given length: a sliding log of
 * the permitted units.
 *
 * <p>Why a log: counters of fixed windows let twice as many units through at the edge of two windows, and a leaky
 * bucket lets nearly twice as many through in one window after a pause. The log does neither, and knows to the instant
 * when the next unit is permitted. Its cost is one instant for each permitted unit of the last window.
 *
 * <p>Rejected requests do not count, so a client that waits for the returned time is permitted. Not thread-safe.
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

    /** A limit that counts as used up just before the first request. */
    public static RateLimit usedUp(RateRule rule) {
        return new RateLimit(rule, true);
    }

    /**
     * Returns a limit with another rule that still counts the units that this limit permitted within its own window.
     */
    public RateLimit withRule(RateRule newRule) {
        RateLimit limit = new RateLimit(newRule, usedUp);
        permitted.stream()
                .skip(Math.max(0, permitted.size() - newRule.requests()))
                .forEach(limit.permitted::addLast);
        return limit;
    }

    /**
     * Acquires all the units or none.
     *
     * @param units at least 1
     * @return zero when the units are permitted, otherwise the time from {@code now} until all of them fit. More units
     *     than the rule allows in one window never fit: the result is then always the whole window
     */
    public Duration acquire(int units, Instant now) {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, not " + units);
        }
        dropExpired(now);
        if (units > rule.requests()) {
            return rule.window();
        }
        int excess = permitted.size() + units - rule.requests();
        if (excess <= 0) {
            permitted.addAll(Collections.nCopies(units, now));
            return Duration.ZERO;
        }
        return Duration.between(now.minus(rule.window()), oldest(excess));
    }

    public RateLimitState state(Instant now) {
        dropExpired(now);
        Instant resetsAt = permitted.isEmpty() ? now : permitted.peekLast().plus(rule.window());
        return new RateLimitState(rule.requests(), Math.max(0, rule.requests() - permitted.size()), resetsAt);
    }

    /** Drops the units that have left the window. The first call fills a limit that starts used up. */
    private void dropExpired(Instant now) {
        Instant start = now.minus(rule.window());
        while (!permitted.isEmpty() && !permitted.peekFirst().isAfter(start)) {
            permitted.removeFirst();
        }
        while (usedUp && permitted.size() < rule.requests()) {
            permitted.addLast(now);
        }
        usedUp = false;
    }

    /** @param position 1 for the oldest unit, 2 for the second oldest */
    private Instant oldest(int position) {
        Iterator<Instant> oldestFirst = permitted.iterator();
        for (int skipped = 1; skipped < position; skipped++) {
            oldestFirst.next();
        }
        return oldestFirst.next();
    }
}
