package dev.darkroom.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one clock of a sandbox. It runs with real time until it is frozen, and it can jump, but only forward.
 *
 * <p>Safe for use by several threads.
 */
public final class SandboxClock implements InstantSource {

    private final InstantSource real;
    private Duration ahead = Duration.ZERO;
    private Instant frozenAt;

    public SandboxClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public synchronized Instant instant() {
        return frozenAt != null ? frozenAt : real.instant().plus(ahead);
    }

    public synchronized boolean isFrozen() {
        return frozenAt != null;
    }

    /** Stops the clock where it is. On a frozen clock it does nothing. */
    public synchronized void freeze() {
        frozenAt = instant();
    }

    /** Lets the clock run on from where it stands. On a running clock it does nothing. */
    public synchronized void resume() {
        if (frozenAt != null) {
            ahead = Duration.between(real.instant(), frozenAt);
            frozenAt = null;
        }
    }

    /** Moves the clock to {@code instant}, frozen or not. Where that has passed already, it does nothing. */
    public synchronized void jumpTo(Instant instant) {
        Duration leap = Duration.between(instant(), instant);
        if (!leap.isNegative()) {
            if (frozenAt != null) {
                frozenAt = instant;
            } else {
                ahead = ahead.plus(leap);
            }
        }
    }

    /** How long, in real time, until this clock shows {@code instant}: zero when it is past, empty when frozen. */
    public synchronized Optional<Duration> realTimeUntil(Instant instant) {
        Duration left = Duration.between(instant(), instant);
        if (left.isNegative()) {
            return Optional.of(Duration.ZERO);
        }
        return frozenAt != null && !left.isZero() ? Optional.empty() : Optional.of(left);
    }
}
