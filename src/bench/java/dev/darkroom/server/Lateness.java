package dev.darkroom.server;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.time.RetrySchedule;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.sandbox.AccountDefaults;
import dev.darkroom.sandbox.KeyPolicy;
import dev.darkroom.sandbox.SandboxDefaults;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.time.Latency;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Measures how late tasks end when a thousand are created per second, which causes two thousand transitions per second.
 * The callback of each task is due when the task ends.
 */
public final class Lateness {

    private static final int SANDBOXES = 50;
    private static final int TASKS_PER_TEN_MILLIS = 10;
    private static final int WARM_UP = 5_000;
    private static final int TASKS = 20_000;
    private static final TaskSpec SPEC = new TaskSpec(
            "some-dialect",
            "some-model",
            "some-mode",
            "A lighthouse at dusk",
            References.NONE,
            new ImageSpec(new PixelSize(1536, 864), "1k", Output.of(ImageFormat.PNG)),
            1,
            Credits.of("0.1"),
            Optional.of("http://localhost/hook"),
            "http://localhost:8080");

    private final ConcurrentLinkedQueue<Duration> lateness = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ended = new CountDownLatch(WARM_UP + TASKS);
    private final Vertx vertx = Vertx.vertx();
    private final Sandboxes sandboxes = new Sandboxes(
            new Sandboxes.Settings(
                    AccountDefaults.allWith(new SandboxDefaults(
                            Credits.of("1000000"),
                            KeyPolicy.NONE,
                            new Lifecycle(
                                    Progression.TIMED,
                                    new Latency.Range(Duration.ofMillis(300), Duration.ofMillis(700)),
                                    new Latency.LogNormal(Duration.ofMillis(1000), Duration.ofMillis(2000))),
                            new RetrySchedule(List.of(Duration.ZERO)),
                            FaultSet.NONE,
                            100_000)),
                    Map.of(),
                    true,
                    SANDBOXES,
                    1,
                    SharedMemory.unlimited(),
                    1000,
                    SharedMemory.unlimited()),
            InstantSource.system(),
            this::send,
            new VertxWakeupScheduler(vertx));

    public static void main(String... args) throws InterruptedException {
        new Lateness().run();
    }

    private void run() throws InterruptedException {
        int[] created = {0};
        vertx.setPeriodic(10, timer -> {
            for (int i = 0; i < TASKS_PER_TEN_MILLIS && created[0] < WARM_UP + TASKS; i++) {
                sandboxes
                        .getOrCreate(new ApiKey("sk-late-" + created[0]++ % SANDBOXES))
                        .accept(SPEC, PlanOverrides.NONE);
            }
        });
        ended.await();
        vertx.close();
        List<Duration> sorted = lateness.stream().skip(WARM_UP).sorted().toList();
        System.out.printf(
                "%d transitions, 2000 per second: tasks end late by %s ms (median), %s ms (p99, at most 10), %s ms (maximum)%n",
                2 * sorted.size(), millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    private void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult) {
        lateness.add(Duration.between(attempt.at(), Instant.now()));
        onResult.accept(new AttemptResult.Responded(200));
        ended.countDown();
    }

    private static String millis(List<Duration> sorted, double share) {
        Duration value = sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
        return "%.1f".formatted(value.toNanos() / 1e6);
    }
}
