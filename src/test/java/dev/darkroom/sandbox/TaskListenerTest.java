package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.progression;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks are pending for 0.5 s and processing for 1.5 s. Two progress points are 1 s and 1.5 s after creation. */
class TaskListenerTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");
    private final List<String> events = new ArrayList<>();
    private final List<Instant> instants = new ArrayList<>();

    private final TaskListener listener = new TaskListener() {
        @Override
        public void onProgress(TaskView task, int index) {
            assertThat(task.status()).isIn(TaskStatus.PROCESSING, TaskStatus.COMPLETED);
            record("progress " + index);
        }

        @Override
        public void onEnd(Optional<TaskView> task) {
            record(task.map(ended -> ended.status().name()).orElse("none"));
        }
    };

    @BeforeEach
    void freeze() {
        sandbox.time().freeze();
    }

    @Test
    void reportsPointsInOrderAndThenTheEnd() {
        sandbox.tasks().listen(accept(sandbox, "1"), 2, listener);

        advance(10_000);

        assertThat(events).containsExactly("progress 0", "progress 1", "COMPLETED");
        assertThat(instants).containsExactly(after(1000), after(1500), after(2000));
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void reportsNothingBeforeAPoint() {
        sandbox.tasks().listen(accept(sandbox, "1"), 2, listener);

        advance(999);
        assertThat(events).isEmpty();
        advance(1);
        assertThat(events).containsExactly("progress 0");
    }

    @Test
    void reportsOnlyTheEndWithoutPoints() {
        sandbox.tasks().listen(accept(sandbox, "1"), 0, listener);
        advance(2000);

        assertThat(events).containsExactly("COMPLETED");
    }

    @Test
    void reportsPassedPointsImmediately() {
        UUID task = accept(sandbox, "1");
        advance(1600);

        sandbox.tasks().listen(task, 2, listener);

        assertThat(events).containsExactly("progress 0", "progress 1");
    }

    @Test
    void reportsAllPointsOfCompletedTask() {
        UUID task = accept(sandbox, "1");
        advance(2000);

        sandbox.tasks().listen(task, 2, listener);

        assertThat(events).containsExactly("progress 0", "progress 1", "COMPLETED");
    }

    @Test
    void reportsNoPointsOfFailedOrUnknownTask() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().end(task, new Outcome.Fails("code", "message"));

        sandbox.tasks().listen(task, 2, listener);
        sandbox.tasks().listen(new UUID(0, 0), 2, listener);

        assertThat(events).containsExactly("FAILED", "none");
    }

    @Test
    void reportsNoPointsAfterAnEarlyEnd() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().listen(task, 2, listener);
        advance(1000);

        sandbox.tasks().end(task, new Outcome.Fails("code", "message"));
        advance(10_000);

        assertThat(events).containsExactly("progress 0", "FAILED");
    }

    @Test
    void delaysPointsWhileTheTaskIsOnHold() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().listen(task, 2, listener);
        advance(1200);
        sandbox.tasks().hold(task);
        advance(10_000);
        assertThat(events).containsExactly("progress 0");

        sandbox.tasks().release(task);
        advance(10_000);

        assertThat(events).containsExactly("progress 0", "progress 1", "COMPLETED");
        assertThat(instants).containsExactly(after(1000), after(11_500), after(12_000));
    }

    @Test
    void reportsPointsOfTaskThatIsHeldFromTheStart() {
        sandbox.change(progression(new Progression.Held()));
        UUID task = accept(sandbox, "1");
        sandbox.tasks().listen(task, 2, listener);
        advance(10_000);
        assertThat(events).isEmpty();

        sandbox.tasks().release(task);
        advance(10_000);

        assertThat(instants).containsExactly(after(11_000), after(11_500), after(12_000));
    }

    @Test
    void pollDrivenTaskReachesAllPoints() {
        sandbox.change(progression(new Progression.Polls(3)));
        sandbox.tasks().listen(accept(sandbox, "1"), 2, listener);

        assertThat(events).containsExactly("progress 0", "progress 1", "COMPLETED");
    }

    @Test
    void removedListenerGetsNothing() {
        UUID task = accept(sandbox, "1");
        Runnable remove = sandbox.tasks().listen(task, 2, listener);
        advance(1000);

        remove.run();
        remove.run();
        advance(10_000);

        assertThat(events).containsExactly("progress 0");
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void eachListenerHasItsOwnPoints() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().listen(task, 2, listener);
        sandbox.tasks().listen(task, 1, listener);

        advance(2000);

        assertThat(events).containsExactly("progress 0", "progress 0", "progress 1", "COMPLETED", "COMPLETED");
        assertThat(instants).containsExactly(after(1000), after(1250), after(1500), after(2000), after(2000));
    }

    @Test
    void resetEndsListeners() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().listen(task, 2, listener);

        fixture.sandboxes.reset(new ApiKey("key"));
        sandbox.tasks().listen(task, 2, listener);
        advance(10_000);

        assertThat(events).containsExactly("none", "none");
    }

    private void record(String event) {
        events.add(event);
        instants.add(sandbox.now());
    }

    private void advance(long millis) {
        SandboxFixture.advance(sandbox, Duration.ofMillis(millis));
    }

    private static Instant after(long millis) {
        return ManualTime.START.plusMillis(millis);
    }
}
