package dev.darkroom.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The ledger operations of one task, with and without spend limits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LedgerBenchmark {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration BETWEEN_TASKS = Duration.ofMillis(1);
    private static final Credits PRICE = Credits.of("2.4");
    private static final Credits PLENTY = new Credits(Long.MAX_VALUE / 2);
    private static final SpendLimits LIMITS = new SpendLimits(
            Map.of(SpendWindow.HOURLY, PLENTY, SpendWindow.DAILY, PLENTY, SpendWindow.TOTAL, PLENTY),
            SpendLimits.Windows.ROLLING);

    @Param({"false", "true"})
    public boolean limited;

    private final Ledger ledger = new Ledger(PLENTY, START, 21_000);
    private Instant now = START;
    private long tasks;

    @Setup
    public void limit() {
        if (limited) {
            ledger.limit(LIMITS);
        }
    }

    @Benchmark
    public List<Refusal> holdAndCapture() {
        UUID task = next();
        List<Refusal> refusals = ledger.refusals(PRICE, now);
        ledger.capture(ledger.hold(task, PRICE, now), now);
        return refusals;
    }

    @Benchmark
    public List<Refusal> holdAndRefund() {
        UUID task = next();
        List<Refusal> refusals = ledger.refusals(PRICE, now);
        ledger.refund(ledger.hold(task, PRICE, now), now);
        return refusals;
    }

    private UUID next() {
        now = now.plus(BETWEEN_TASKS);
        return new UUID(0, tasks++);
    }
}
