package dev.darkroom.server;

import dev.darkroom.time.Latency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the settings say about how long something takes, and what is wrong with it. */
final class LatencySettings {

    private static final String RULE = "a duration, or both min and max, or both median and p95, from 0s to 3650d, the"
            + " second not less than the first, and a median of at least 1ms";

    private static final Latency NONE = new Latency.Fixed(Duration.ZERO);

    private LatencySettings() {}

    /** One sentence when it cannot be; only when there is none may {@link #latency} be called. */
    static Optional<String> fault(String name, LifecycleConfig.Time config) {
        try {
            latency(config, NONE);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(name + config.fixed().map(fixed -> "=" + fixed).orElse("") + " must be " + RULE);
        }
    }

    /** @param usual how long it takes when nothing is set */
    static Latency latency(LifecycleConfig.Time config, Latency usual) {
        boolean range = isGiven(config.min(), config.max());
        boolean logNormal = isGiven(config.median(), config.p95());
        if (Stream.of(config.fixed().isPresent(), range, logNormal)
                        .filter(is -> is)
                        .count()
                > 1) {
            throw new IllegalArgumentException("more than one latency");
        }
        if (range) {
            return new Latency.Range(config.min().orElseThrow(), config.max().orElseThrow());
        }
        return logNormal
                ? new Latency.LogNormal(
                        config.median().orElseThrow(), config.p95().orElseThrow())
                : config.fixed().<Latency>map(Latency.Fixed::new).orElse(usual);
    }

    private static boolean isGiven(Optional<Duration> first, Optional<Duration> second) {
        List<Optional<Duration>> both = List.of(first, second);
        if (both.stream().filter(Optional::isPresent).count() == 1) {
            throw new IllegalArgumentException("half a latency");
        }
        return first.isPresent();
    }
}
