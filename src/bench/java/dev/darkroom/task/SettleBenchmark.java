package dev.darkroom.task;

import dev.darkroom.image.PixelSize;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.time.DueQueue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The whole life of a task in the core: accepted, started, completed. A thousand others are always under way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SettleBenchmark {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration PENDING = Duration.ofMillis(500);
    private static final Duration PROCESSING = Duration.ofMillis(1500);
    private static final Duration BETWEEN_TASKS = Duration.ofMillis(2);
    private static final TaskSpec SPEC = new TaskSpec(
            "some-dialect",
            "some-model",
            "some-mode",
            "A lighthouse at dusk",
            0,
            new PixelSize(1536, 864),
            Credits.of("2.4"),
            Optional.<URI>empty(),
            "http://localhost:8080");

    private long finished;
    private final DueQueue due = new DueQueue();
    private final Ledger ledger = new Ledger(new Credits(Long.MAX_VALUE / 2), START, 21_000);
    private final Tasks tasks = new Tasks(ledger, due, (task, end) -> finished++, 10_000);
    private Instant now = START;
    private long accepted;

    @Benchmark
    public long acceptAndSettle() {
        now = now.plus(BETWEEN_TASKS);
        while (due.next().filter(at -> !at.isAfter(now)).isPresent()) {
            due.remove().run();
        }
        Instant startsAt = now.plus(PENDING);
        Plan plan = new Plan(startsAt, startsAt.plus(PROCESSING), new Outcome.Completes());
        tasks.accept(new UUID(0, accepted++), SPEC, plan, now);
        return finished;
    }
}
