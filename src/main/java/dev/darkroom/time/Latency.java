package dev.darkroom.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A fixed or random latency. Random latencies are whole milliseconds. */
public sealed interface Latency {

    /** The longest latency, and the longest duration in settings and requests. */
    Duration MAX = Duration.ofDays(3650);

    Duration draw(RandomGenerator random);

    record Fixed(Duration duration) implements Latency {

        public Fixed {
            requireLatency(duration);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return duration;
        }
    }

    /** Uniformly distributed from {@code min} to {@code max}, both included. */
    record Range(Duration min, Duration max) implements Latency {

        public Range {
            requireLatency(min);
            requireLatency(max);
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("max must not be below min, but the range is " + min + " to " + max);
            }
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return Duration.ofMillis(random.nextLong(min.toMillis(), max.toMillis() + 1));
        }
    }

    /**
     * Log-normal, like the latencies of most servers: never negative, and sometimes very long.
     *
     * @param median half of all latencies are shorter; at least 1 ms
     * @param p95 one in twenty latencies is longer; not less than the median
     */
    record LogNormal(Duration median, Duration p95) implements Latency {

        /** The 95th percentile of the standard normal distribution. */
        private static final double P95_IN_SIGMAS = 1.6448536269514722;

        public LogNormal {
            requireLatency(median);
            requireLatency(p95);
            if (median.toMillis() < 1 || p95.compareTo(median) < 0) {
                throw new IllegalArgumentException(
                        "median must be at least 1ms and p95 not below it, not " + median + " and " + p95);
            }
        }

        /** Uses {@link StrictMath}, so that a seed gives the same latencies on every machine. */
        @Override
        public Duration draw(RandomGenerator random) {
            double sigma = StrictMath.log((double) p95.toMillis() / median.toMillis()) / P95_IN_SIGMAS;
            double millis = median.toMillis() * StrictMath.exp(sigma * gaussian(random));
            return Duration.ofMillis(Math.min(Math.round(millis), MAX.toMillis()));
        }

        /** The Box-Muller transform. The JDK does not promise to keep the algorithm of its own method. */
        private static double gaussian(RandomGenerator random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
    }

    private static void requireLatency(Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("a latency must be from 0s to 3650d, not " + duration);
        }
    }
}
