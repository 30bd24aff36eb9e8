package dev.darkroom.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Adds and removes one action while 10,000 others wait. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DueQueueBenchmark {

    private static final int WAITING = 10_000;
    private static final Duration INTERVAL = Duration.ofMillis(1);

    private final DueQueue due = new DueQueue();
    private Instant last = Instant.parse("2026-11-21T10:00:00Z");

    @Setup
    public void fill() {
        for (int i = 0; i < WAITING; i++) {
            add();
        }
    }

    @Benchmark
    public DueQueue.Due addAndRemove() {
        add();
        return due.remove();
    }

    private void add() {
        last = last.plus(INTERVAL);
        due.add(last, at -> {});
    }
}
