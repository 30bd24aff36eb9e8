package dev.darkroom.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The clock of a sandbox. It runs with real time, or at another scale, until it is frozen. It can be advanced. It never
 * goes back, even when real time does.
 *
 * <p>Thread-safe.
 */
public final class SandboxClock implements InstantSource {

    /** Every clock stops at this instant: few parsers accept years of five digits. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    /** 1,000 real seconds for each second of the clock. */
    public static final BigDecimal MIN_SCALE = new BigDecimal("0.001");

    /** A day of the clock for each real second. */
    public static final BigDecimal MAX_SCALE = new BigDecimal(86_400);

    private static final int NANO_DIGITS = 9;

    private final InstantSource real;
    private Instant anchor;
    private Instant realAnchor;
    private Instant lastReal;
    private BigDecimal scale = BigDecimal.ONE;
    private boolean isFrozen;
    private Instant lastShown = Instant.MIN;

    public SandboxClock(InstantSource real) {
        this.real = real;
        this.realAnchor = real.instant();
        this.anchor = realAnchor;
        this.lastReal = realAnchor;
    }

    @Override
    public synchronized Instant instant() {
        lastShown = isFrozen ? anchor : at(real.instant());
        return lastShown;
    }

    public synchronized boolean isFrozen() {
        return isFrozen;
    }

    /** The seconds of this clock for each real second, when it is not frozen. */
    public synchronized BigDecimal scale() {
        return scale;
    }

    /** Stops the clock at its current instant. Does nothing when the clock is frozen already. */
    public synchronized void freeze() {
        anchor = instant();
        isFrozen = true;
    }

    /** Restarts the clock from its current instant, at the same scale. Does nothing when the clock is running. */
    public synchronized void resume() {
        if (isFrozen) {
            startFrom(real.instant());
            isFrozen = false;
        }
    }

    /** @param scale from {@link #MIN_SCALE} to {@link #MAX_SCALE}; a frozen clock stays frozen */
    public synchronized void setScale(BigDecimal scale) {
        if (scale.compareTo(MIN_SCALE) < 0 || scale.compareTo(MAX_SCALE) > 0) {
            throw new IllegalArgumentException(
                    "scale must be from " + MIN_SCALE + " to " + MAX_SCALE + ", not " + scale);
        }
        Instant realNow = real.instant();
        anchor = isFrozen ? anchor : at(realNow);
        startFrom(realNow);
        this.scale = scale;
    }

    /** Advances the clock to {@code instant}, frozen or not. Does nothing when that instant has passed. */
    public synchronized void advanceTo(Instant instant) {
        if (!instant.isAfter(lastShown)) {
            return;
        }
        Instant realNow = real.instant();
        Instant now = isFrozen ? anchor : at(realNow);
        if (instant.isAfter(now)) {
            anchor = notAfterEnd(instant);
            startFrom(realNow);
        }
    }

    /**
     * The real time until this clock shows {@code instant}: zero when it has passed, empty when the clock never will.
     */
    public synchronized Optional<Duration> realTimeUntil(Instant instant) {
        Duration remaining = Duration.between(instant(), instant);
        if (remaining.isNegative() || remaining.isZero()) {
            return Optional.of(Duration.ZERO);
        }
        return isFrozen || instant.isAfter(END) ? Optional.empty() : Optional.of(inRealTime(remaining));
    }

    /**
     * Converts a duration of this clock to real time. On a frozen clock, returns the duration that it must be advanced
     * by.
     */
    public synchronized Duration inRealTime(Duration duration) {
        return isFrozen || isRealTime()
                ? duration
                : ofSeconds(seconds(duration).divide(scale, NANO_DIGITS, RoundingMode.CEILING));
    }

    /** When real time has been set back, this clock continues from its last instant. */
    private Instant at(Instant realNow) {
        if (realNow.isBefore(lastReal)) {
            anchor = sinceAnchor(lastReal);
            realAnchor = realNow;
        }
        lastReal = realNow;
        return sinceAnchor(realNow);
    }

    private Instant sinceAnchor(Instant realNow) {
        Duration elapsed = Duration.between(realAnchor, realNow);
        return notAfterEnd(
                anchor.plus(isRealTime() ? elapsed : ofSeconds(seconds(elapsed).multiply(scale))));
    }

    private void startFrom(Instant realNow) {
        realAnchor = realNow;
        lastReal = realNow;
    }

    private boolean isRealTime() {
        return scale.compareTo(BigDecimal.ONE) == 0;
    }

    private static Instant notAfterEnd(Instant instant) {
        return instant.isAfter(END) ? END : instant;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), NANO_DIGITS));
    }

    private static Duration ofSeconds(BigDecimal seconds) {
        long whole = seconds.longValue();
        BigDecimal fraction = seconds.subtract(BigDecimal.valueOf(whole));
        return Duration.ofSeconds(whole, fraction.movePointRight(NANO_DIGITS).longValue());
    }
}
