package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.progression;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks end 2 s after their creation. */
class LimitedWaitTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");
    private final List<Optional<TaskView>> results = new ArrayList<>();

    @BeforeEach
    void freeze() {
        sandbox.time().freeze();
    }

    @Test
    void reportsUnfinishedTaskAtDeadline() {
        UUID task = accept(sandbox, "2");
        wait(task, 1000);

        advance(999);
        assertThat(results).isEmpty();
        advance(1);
        assertThat(statuses()).containsExactly(TaskStatus.PROCESSING);
        assertThat(sandbox.tasks().waiting()).isZero();

        advance(1000);
        assertThat(results).hasSize(1);
        assertThat(sandbox.task(task).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2"));
    }

    @Test
    void stopsAtDeadlineWithinLongerAdvance() {
        wait(accept(sandbox, "2"), 1000);
        advance(60_000);

        assertThat(statuses()).containsExactly(TaskStatus.PROCESSING);
    }

    @Test
    void reportsEndBeforeDeadline() {
        wait(accept(sandbox, "2"), 2001);
        advance(60_000);

        assertThat(statuses()).containsExactly(TaskStatus.COMPLETED);
        assertThat(sandbox.isIdle()).isTrue();
    }

    /** The deadline is the first of the two actions in the queue, because the wait began before processing. */
    @Test
    void endAtDeadlineIsInTime() {
        wait(accept(sandbox, "2"), 2000);
        advance(2000);

        assertThat(statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void wakesUpAtDeadlineOfRunningClock() {
        sandbox.time().resume();
        wait(accept(sandbox, "2"), 100);

        assertThat(fixture.wakeups).contains(Duration.ofMillis(100));
        fixture.pass(Duration.ofMillis(100), sandbox);
        assertThat(statuses()).containsExactly(TaskStatus.PENDING);
    }

    @Test
    void reportsHeldTaskAtDeadline() {
        UUID task = accept(sandbox, "2");
        sandbox.tasks().hold(task);
        wait(task, 2000);
        advance(2000);

        assertThat(results)
                .singleElement()
                .satisfies(result -> assertThat(result.orElseThrow().isHeld()).isTrue());
    }

    @Test
    void taskThatIsEndedByHandIsInTime() {
        sandbox.change(progression(new Progression.Held()));
        UUID task = accept(sandbox, "2");
        wait(task, 2000);
        advance(1999);
        sandbox.tasks().end(task, sandbox.task(task).orElseThrow().plan().outcome());
        advance(10);

        assertThat(results).hasSize(1);
        assertThat(results.get(0).orElseThrow().status().isFinished()).isTrue();
    }

    @Test
    void reportsAtOnceAfterDeadline() {
        UUID task = accept(sandbox, "2");
        advance(1500);
        wait(task, 0);
        assertThat(statuses()).containsExactly(TaskStatus.PROCESSING);

        advance(1500);
        wait(task, 0);
        wait(new UUID(0, 0), 1000);
        assertThat(results).hasSize(3);
        assertThat(results.get(1).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(results.get(2)).isEmpty();
        assertThat(sandbox.isIdle()).isTrue();
    }

    @Test
    void removedListenerLeavesNothingBehind() {
        Runnable remove = wait(accept(sandbox, "2"), 60_000);
        remove.run();
        remove.run();
        advance(2000);

        assertThat(results).isEmpty();
        assertThat(sandbox.isIdle()).isTrue();
    }

    @Test
    void endsOnResetAndOnShutdown() {
        wait(accept(sandbox, "2"), 1000);
        sandbox.tasks().closeListeners();
        assertThat(results).containsExactly(Optional.empty());
        wait(accept(sandbox, "2"), 1000);
        assertThat(results).containsExactly(Optional.empty(), Optional.empty());

        Sandbox other = fixture.sandbox("other");
        other.tasks().whenFinished(accept(other, "2"), other.now().plusSeconds(1), results::add);
        fixture.sandboxes.reset(new ApiKey("other"));
        assertThat(results).hasSize(3).allMatch(Optional::isEmpty);
    }

    private Runnable wait(UUID task, long millis) {
        Instant deadline = sandbox.now().plusMillis(millis);
        return sandbox.tasks().whenFinished(task, deadline, results::add);
    }

    private void advance(long millis) {
        SandboxFixture.advance(sandbox, Duration.ofMillis(millis));
    }

    private List<TaskStatus> statuses() {
        return results.stream().map(result -> result.orElseThrow().status()).toList();
    }
}
