package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.advance;
import static dev.darkroom.sandbox.SandboxFixture.progression;
import static dev.darkroom.sandbox.SandboxFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Those who wait for a task, and how many may. */
class CompletionListenersTest {

    private final SandboxFixture house = new SandboxFixture();
    private final Sandbox sandbox = house.sandbox("a");
    private final List<Optional<TaskView>> told = new ArrayList<>();

    @Test
    void whoWaitsIsToldOnceWhenTheTaskEnds() {
        UUID task = accept(sandbox, "2.4");
        sandbox.tasks().whenFinished(task, told::add);

        advance(sandbox, Duration.ofMillis(1999));
        assertThat(told).isEmpty();
        assertThat(sandbox.tasks().waiting()).isOne();

        advance(sandbox, Duration.ofSeconds(10));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        UUID task = accept(sandbox, "2.4");
        advance(sandbox, Duration.ofSeconds(2));

        sandbox.tasks().whenFinished(task, told::add);
        sandbox.tasks().whenFinished(new UUID(0, 0), told::add);

        assertThat(told.get(0)).isPresent();
        assertThat(told.get(1)).isEmpty();
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void whoLeavesIsNotTold() {
        UUID task = accept(sandbox, "2.4");
        Runnable leave = sandbox.tasks().whenFinished(task, told::add);

        leave.run();
        leave.run();
        advance(sandbox, Duration.ofSeconds(2));

        assertThat(told).isEmpty();
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void whoWaitsForWhatIsForgottenIsSentAway() {
        UUID task = accept(sandbox, "2.4");
        sandbox.tasks().whenFinished(task, told::add);

        house.sandboxes.reset(new ApiKey("a"));

        assertThat(told).containsExactly(Optional.empty());
    }

    /** Who has come in before the sandbox was forgotten, and asks afterwards. */
    @Test
    void whoComesTooLateIsSentAwayAtOnce() {
        house.sandboxes.reset(new ApiKey("a"));
        UUID task = accept(sandbox, "2.4");

        sandbox.tasks().whenFinished(task, told::add);

        assertThat(told).containsExactly(Optional.empty());
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void whatIsMovedByPollsDoesNotKeepAnybodyWaiting() {
        sandbox.change(progression(new Progression.Polls(3)));
        UUID task = accept(sandbox, "2.4");

        sandbox.tasks().whenFinished(task, told::add);

        assertThat(told.get(0).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void soManyMayWaitAtOnce() {
        sandbox.change(rules(r -> r.withConcurrency(Optional.of(2))));
        Runnable first = sandbox.limits().enter().orElseThrow();
        sandbox.limits().enter().orElseThrow();

        assertThat(sandbox.limits().enter()).isEmpty();

        first.run();
        first.run();
        assertThat(sandbox.limits().waiting()).isOne();
        assertThat(sandbox.limits().enter()).isPresent();
        assertThat(sandbox.limits().enter()).isEmpty();
    }
}
