package dev.darkroom.server.settings;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a latency from settings, and describes what is wrong with it. */
final class LatencySettings {

    private static final String RULE = "a duration, or both min and max, or both median and p95, from 0s to 3650d, the"
            + " second not less than the first, and a median of at least 1ms";

    private static final Latency NONE = new Latency.Fixed(Duration.ZERO);

    private LatencySettings() {}

    /** The error as a sentence; empty when {@link #read} may be called. */
    static Optional<String> error(String name, LifecycleConfig.Time config) {
        try {
            read(config, NONE);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(name + config.fixed().map(fixed -> "=" + fixed).orElse("") + " must be " + RULE);
        }
    }

    /**
     * Reads a latency.
     *
     * @param fallback the result when nothing is set
     * @throws IllegalArgumentException if the settings are incomplete, contradictory or out of range
     */
    static Latency read(LifecycleConfig.Time config, Latency fallback) {
        boolean isRange = isSet(config.min(), config.max());
        boolean isLogNormal = isSet(config.median(), config.p95());
        long kinds = Stream.of(config.fixed().isPresent(), isRange, isLogNormal)
                .filter(isSet -> isSet)
                .count();
        if (kinds > 1) {
            throw new IllegalArgumentException("more than one kind of latency");
        }
        if (isRange) {
            return new Latency.Range(config.min().orElseThrow(), config.max().orElseThrow());
        }
        return isLogNormal
                ? new Latency.LogNormal(
                        config.median().orElseThrow(), config.p95().orElseThrow())
                : config.fixed().<Latency>map(Latency.Fixed::new).orElse(fallback);
    }

    private static boolean isSet(Optional<Duration> first, Optional<Duration> second) {
        if (first.isPresent() != second.isPresent()) {
            throw new IllegalArgumentException("an incomplete latency");
        }
        return first.isPresent();
    }
}
