package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackSender;
import dev.darkroom.chaos.FaultSet;
import dev.darkroom.image.ImageFormat;
import dev.darkroom.image.ImageSpec;
import dev.darkroom.image.Output;
import dev.darkroom.image.PixelSize;
import dev.darkroom.image.References;
import dev.darkroom.ledger.Credits;
import dev.darkroom.memory.SharedMemory;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Lifecycle;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskSpec;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.Latency;
import dev.darkroom.time.ManualTime;
import dev.darkroom.time.RetrySchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Sandboxes without a server. The test controls the time and the results of callbacks. */
final class SandboxFixture {

    static final Lifecycle LIFECYCLE = new Lifecycle(
            Progression.TIMED, new Latency.Fixed(Duration.ofMillis(500)), new Latency.Fixed(Duration.ofMillis(1500)));

    static final SandboxDefaults DEFAULTS = new SandboxDefaults(
            Credits.of("10"),
            KeyPolicy.NONE,
            LIFECYCLE,
            new RetrySchedule(List.of(Duration.ZERO, Duration.ofMinutes(3), Duration.ofMinutes(10))),
            FaultSet.NONE,
            5);

    /** The overrides of a dialect that accepts any text as an error code. */
    static PlanOverrides overrides(PlanOverrides overrides) {
        return overrides.withFailures(code -> Optional.of(new Outcome.Fails(code.orElse("usual"), "a message")));
    }

    final ManualTime realTime = new ManualTime();
    final List<Attempt> attempts = new ArrayList<>();
    final List<Object> owners = new ArrayList<>();
    final List<Object> forgotten = new ArrayList<>();
    final List<Duration> wakeups = new ArrayList<>();
    final List<Runnable> wakes = new ArrayList<>();
    final List<Consumer<AttemptResult>> pendingResults = new ArrayList<>();
    final Sandboxes sandboxes;

    /** The result of each attempt; empty adds its consumer to {@link #pendingResults}. */
    Optional<AttemptResult> result = Optional.of(new AttemptResult.Responded(200));

    SandboxFixture() {
        this(DEFAULTS, 3);
    }

    SandboxFixture(SandboxDefaults defaults, int capacity) {
        this(new Sandboxes.Settings(
                AccountDefaults.allWith(defaults),
                Map.of(),
                true,
                capacity,
                42,
                SharedMemory.unlimited(),
                100,
                SharedMemory.unlimited()));
    }

    SandboxFixture(Sandboxes.Settings settings) {
        sandboxes = new Sandboxes(settings, realTime, new Sender(), this::wakeUp);
    }

    Sandbox sandbox(String key) {
        return sandboxes.getOrCreate(new ApiKey(key));
    }

    /** Lets real time pass and runs what is due, as the scheduler would. */
    void pass(Duration duration, Sandbox sandbox) {
        realTime.pass(duration);
        sandbox.runDue();
    }

    static void advance(Sandbox sandbox, Duration duration) {
        sandbox.time().advance(now -> now.plus(duration), result -> {});
    }

    static SandboxChange balance(Credits balance) {
        return new SandboxChange(Optional.of(balance), policy -> policy, lifecycle -> lifecycle, Optional.empty());
    }

    static SandboxChange policy(UnaryOperator<KeyPolicy> change) {
        return new SandboxChange(Optional.empty(), change, lifecycle -> lifecycle, Optional.empty());
    }

    static SandboxChange seed(long seed) {
        return new SandboxChange(Optional.empty(), policy -> policy, lifecycle -> lifecycle, Optional.of(seed));
    }

    static SandboxChange progression(Progression progression) {
        return new SandboxChange(
                Optional.empty(),
                policy -> policy,
                lifecycle -> lifecycle.withProgression(progression),
                Optional.empty());
    }

    static UUID accept(Sandbox sandbox, String price) {
        return accepted(sandbox, spec(price, Optional.empty())).id();
    }

    static UUID acceptWithCallback(Sandbox sandbox) {
        return accepted(sandbox, spec("2.4", Optional.of("http://receiver/hook")))
                .id();
    }

    static TaskSpec spec(String price, Optional<String> callback) {
        return new TaskSpec(
                "some-dialect",
                "some-model",
                "some-mode",
                "a prompt",
                References.NONE,
                new ImageSpec(new PixelSize(64, 64), "1k", Output.of(ImageFormat.PNG)),
                1,
                Credits.of(price),
                callback,
                "http://localhost");
    }

    /** A spec with an id that its client made up. */
    static TaskSpec specOfClient(String price, String clientId) {
        TaskSpec spec = spec(price, Optional.empty());
        return new TaskSpec(
                spec.dialect(),
                spec.model(),
                spec.mode(),
                spec.prompt(),
                spec.references(),
                spec.image(),
                spec.count(),
                spec.price(),
                spec.callback(),
                spec.baseUrl(),
                spec.requestBody(),
                Optional.of(clientId));
    }

    private static TaskView accepted(Sandbox sandbox, TaskSpec spec) {
        return ((AcceptResult.Accepted) sandbox.accept(spec, overrides(PlanOverrides.NONE))).task();
    }

    private Runnable wakeUp(Duration delay, Runnable wake) {
        wakeups.add(delay);
        wakes.add(wake);
        return () -> wakes.remove(wake);
    }

    private final class Sender implements CallbackSender {

        @Override
        public void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult) {
            attempts.add(attempt);
            result.ifPresentOrElse(onResult, () -> pendingResults.add(onResult));
            owners.add(owner);
        }

        @Override
        public void cancelPending(Object owner) {
            forgotten.add(owner);
        }
    }
}
