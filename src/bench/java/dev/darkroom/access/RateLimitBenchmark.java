package dev.darkroom.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A limit of 1,000 requests per second, fully used. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RateLimitBenchmark {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final RateRule RULE = new RateRule(1000, Duration.ofSeconds(1));
    private static final Duration BETWEEN_REQUESTS = Duration.ofMillis(1);

    private final RateLimit available = RateLimit.of(RULE);
    private final RateLimit exceeded = RateLimit.usedUp(RULE);
    private Instant now = START;

    /** Each request replaces the one that has just left the window. */
    @Benchmark
    public Duration permitted() {
        now = now.plus(BETWEEN_REQUESTS);
        return available.acquire(1, now);
    }

    @Benchmark
    public Duration rejected() {
        return exceeded.acquire(1, START);
    }
}
