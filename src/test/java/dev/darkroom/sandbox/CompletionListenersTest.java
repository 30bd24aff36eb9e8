package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.advance;
import static dev.darkroom.sandbox.SandboxFixture.policy;
import static dev.darkroom.sandbox.SandboxFixture.progression;
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

class CompletionListenersTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("a");
    private final List<Optional<TaskView>> results = new ArrayList<>();

    @Test
    void callsListenerOnceWhenTheTaskEnds() {
        UUID task = accept(sandbox, "2.4");
        sandbox.tasks().whenFinished(task, results::add);

        advance(sandbox, Duration.ofMillis(1999));
        assertThat(results).isEmpty();
        assertThat(sandbox.tasks().waiting()).isOne();

        advance(sandbox, Duration.ofSeconds(10));
        assertThat(results).hasSize(1);
        assertThat(results.get(0).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void callsListenerImmediatelyForFinishedOrUnknownTask() {
        UUID task = accept(sandbox, "2.4");
        advance(sandbox, Duration.ofSeconds(2));

        sandbox.tasks().whenFinished(task, results::add);
        sandbox.tasks().whenFinished(new UUID(0, 0), results::add);

        assertThat(results.get(0)).isPresent();
        assertThat(results.get(1)).isEmpty();
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void doesNotCallRemovedListener() {
        UUID task = accept(sandbox, "2.4");
        Runnable remove = sandbox.tasks().whenFinished(task, results::add);

        remove.run();
        remove.run();
        advance(sandbox, Duration.ofSeconds(2));

        assertThat(results).isEmpty();
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void callsListenerWithEmptyResultOnReset() {
        UUID task = accept(sandbox, "2.4");
        sandbox.tasks().whenFinished(task, results::add);

        fixture.sandboxes.reset(new ApiKey("a"));

        assertThat(results).containsExactly(Optional.empty());
    }

    /** A request may still use a sandbox that has been reset. */
    @Test
    void callsListenerWithEmptyResultAfterReset() {
        UUID task = accept(sandbox, "2.4");
        fixture.sandboxes.reset(new ApiKey("a"));

        sandbox.tasks().whenFinished(task, results::add);

        assertThat(results).containsExactly(Optional.empty());
        assertThat(sandbox.tasks().waiting()).isZero();
    }

    @Test
    void endsPollDrivenTaskImmediately() {
        sandbox.change(progression(new Progression.Polls(3)));
        UUID task = accept(sandbox, "2.4");

        sandbox.tasks().whenFinished(task, results::add);

        assertThat(results.get(0).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void limitsConcurrentRequests() {
        sandbox.change(policy(p -> p.withConcurrency(Optional.of(2))));
        Runnable first = sandbox.limits().admit().orElseThrow();
        sandbox.limits().admit().orElseThrow();

        assertThat(sandbox.limits().admit()).isEmpty();

        first.run();
        first.run();
        assertThat(sandbox.limits().waiting()).isOne();
        assertThat(sandbox.limits().admit()).isPresent();
        assertThat(sandbox.limits().admit()).isEmpty();
    }
}
