package dev.darkroom.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes: always as long, or as long as chance has it. Whole milliseconds, unless it is fixed. */
public sealed interface Latency {

    /** What must not be longer, is at most this long. */
    Duration MAX = Duration.ofDays(3650);

    Duration draw(RandomGenerator random);

    record Fixed(Duration duration) implements Latency {

        public Fixed {
            mustBeLatency(duration);
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return duration;
        }
    }

    /** Anything from {@code min} to {@code max}, all as likely. */
    record Range(Duration min, Duration max) implements Latency {

        public Range {
            mustBeLatency(min);
            mustBeLatency(max);
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("there is nothing from " + min + " to " + max);
            }
        }

        @Override
        public Duration draw(RandomGenerator random) {
            return Duration.ofMillis(random.nextLong(min.toMillis(), max.toMillis() + 1));
        }
    }

    /**
     * Log-normal, as the latencies of most servers are: nothing is below zero, and a few take very long.
     *
     * @param median half of all take less; at least 1 ms
     * @param p95 one in twenty takes longer; not less than the median
     */
    record LogNormal(Duration median, Duration p95) implements Latency {

        /** How many standard deviations above the median 95 % of all lie. */
        private static final double P95_IN_SIGMAS = 1.6448536269514722;

        public LogNormal {
            mustBeLatency(median);
            mustBeLatency(p95);
            if (median.toMillis() < 1 || p95.compareTo(median) < 0) {
                throw new IllegalArgumentException("a median of " + median + " and a p95 of " + p95 + " cannot be");
            }
        }

        /** With {@link StrictMath}, so that the same seed has the same latencies on every machine. */
        @Override
        public Duration draw(RandomGenerator random) {
            double sigma = StrictMath.log((double) p95.toMillis() / median.toMillis()) / P95_IN_SIGMAS;
            double millis = median.toMillis() * StrictMath.exp(sigma * gaussian(random));
            return Duration.ofMillis(Math.min(Math.round(millis), MAX.toMillis()));
        }

        /** By Box and Muller; the JDK does not promise to draw its own in the same way for ever. */
        private static double gaussian(RandomGenerator random) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
        }
    }

    private static void mustBeLatency(Duration duration) {
        if (duration.isNegative() || duration.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("nothing takes " + duration);
        }
    }
}
