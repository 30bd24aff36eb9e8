package dev.darkroom.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The one clock of a sandbox. It runs with real time, or so many times as fast, until it is frozen; it can jump, but
 * only forward, and whatever happens to real time, it never goes back.
 *
 * <p>Safe for use by several threads.
 */
public final class SandboxClock implements InstantSource {

    /** Where every clock stops, however it is moved: dates with five digits of a year are read by few. */
    public static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    public static final BigDecimal SLOWEST = new BigDecimal("0.001");

    /** A day a second. */
    public static final BigDecimal FASTEST = new BigDecimal(86_400);

    private static final int NANO_DIGITS = 9;

    private final InstantSource real;
    private Instant anchor;
    private Instant realAnchor;
    private Instant lastReal;
    private BigDecimal scale = BigDecimal.ONE;
    private boolean frozen;
    private Instant shown = Instant.MIN;

    public SandboxClock(InstantSource real) {
        this.real = real;
        this.realAnchor = real.instant();
        this.anchor = realAnchor;
        this.lastReal = realAnchor;
    }

    @Override
    public synchronized Instant instant() {
        shown = frozen ? anchor : at(real.instant());
        return shown;
    }

    public synchronized boolean isFrozen() {
        return frozen;
    }

    /** How many of its seconds pass in a real one, as long as it is not frozen. */
    public synchronized BigDecimal scale() {
        return scale;
    }

    /** Stops the clock where it is. On a frozen clock it does nothing. */
    public synchronized void freeze() {
        anchor = instant();
        frozen = true;
    }

    /** Lets the clock run on from where it stands, as fast as before. On a running clock it does nothing. */
    public synchronized void resume() {
        if (frozen) {
            startFrom(real.instant());
            frozen = false;
        }
    }

    /** @param scale from {@link #SLOWEST} to {@link #FASTEST}; a frozen clock stays frozen */
    public synchronized void scale(BigDecimal scale) {
        if (scale.compareTo(SLOWEST) < 0 || scale.compareTo(FASTEST) > 0) {
            throw new IllegalArgumentException("no clock runs " + scale + " times as fast");
        }
        Instant realNow = real.instant();
        anchor = frozen ? anchor : at(realNow);
        startFrom(realNow);
        this.scale = scale;
    }

    /** Moves the clock to {@code instant}, frozen or not. Where that has passed already, it does nothing. */
    public synchronized void jumpTo(Instant instant) {
        if (!instant.isAfter(shown)) {
            return;
        }
        Instant realNow = real.instant();
        Instant now = frozen ? anchor : at(realNow);
        if (instant.isAfter(now)) {
            anchor = notAfterEnd(instant);
            startFrom(realNow);
        }
    }

    /** How long, in real time, until this clock shows {@code instant}: zero when it is past, empty when never. */
    public synchronized Optional<Duration> realTimeUntil(Instant instant) {
        Duration left = Duration.between(instant(), instant);
        if (left.isNegative() || left.isZero()) {
            return Optional.of(Duration.ZERO);
        }
        return frozen || instant.isAfter(END) ? Optional.empty() : Optional.of(inRealTime(left));
    }

    /** How long so much of this clock's time takes; on a frozen clock, how far it has to be moved. */
    public synchronized Duration inRealTime(Duration duration) {
        return frozen || isRealTime()
                ? duration
                : ofSeconds(seconds(duration).divide(scale, NANO_DIGITS, RoundingMode.CEILING));
    }

    /** Where real time has been set back, this clock runs on from where it was. */
    private Instant at(Instant realNow) {
        if (realNow.isBefore(lastReal)) {
            anchor = sinceAnchor(lastReal);
            realAnchor = realNow;
        }
        lastReal = realNow;
        return sinceAnchor(realNow);
    }

    private Instant sinceAnchor(Instant realNow) {
        Duration passed = Duration.between(realAnchor, realNow);
        return notAfterEnd(
                anchor.plus(isRealTime() ? passed : ofSeconds(seconds(passed).multiply(scale))));
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
