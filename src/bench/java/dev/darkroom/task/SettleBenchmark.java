package dev.darkroom.task;

import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Ledger;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.time.DueQueue;
import dev.darkroom.time.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The lifecycle of a task in the core: accepted, started, completed. About 1,000 other tasks are always unfinished. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SettleBenchmark {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Lifecycle LIFECYCLE = new Lifecycle(
            Progression.TIMED, new Latency.Fixed(Duration.ofMillis(500)), new Latency.Fixed(Duration.ofMillis(1500)));
    private static final PlanOverrides OVERRIDES = LIFECYCLE.resolve(PlanOverrides.NONE);
    private static final Duration BETWEEN_TASKS = Duration.ofMillis(2);
    private static final TaskSpec SPEC = new TaskSpec(
            "some-dialect",
            "some-model",
            "some-mode",
            "A lighthouse at dusk",
            References.NONE,
            new ImageSpec(new PixelSize(1536, 864), "1k", Output.of(ImageFormat.PNG)),
            1,
            Credits.of("2.4"),
            Optional.empty(),
            "http://localhost:8080");

    private long finished;
    private final DueQueue due = new DueQueue();
    private final Ledger ledger = new Ledger(new Credits(Long.MAX_VALUE / 2), START, 21_000);
    private final Tasks tasks = new Tasks(
            0,
            ledger,
            due,
            new CountedEvents(),
            10_000,
            SharedMemory.unlimited().newShare(bytes -> {}));
    private final SplittableRandom random = new SplittableRandom(1);
    private Instant now = START;
    private long accepted;

    @Benchmark
    public long acceptAndSettle() {
        now = now.plus(BETWEEN_TASKS);
        while (due.isDue(now)) {
            due.remove().run();
        }
        if (tasks.admit(SPEC, now).isEmpty()) {
            Plan plan = LIFECYCLE.plan(OVERRIDES, now, random);
            tasks.start(new UUID(0, accepted++), 1, SPEC, OVERRIDES, plan, now);
        }
        return finished;
    }

    private final class CountedEvents implements TaskEvents {

        @Override
        public void finished(TaskView task) {
            finished++;
        }

        @Override
        public void dropped(UUID id) {}
    }
}
