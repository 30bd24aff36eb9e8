package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ledger.Credits;
import dev.darkroom.ledger.Refusal;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.Latency;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final Outcome FAILS = new Outcome.Fails("some_code", "Some message");

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void movesTaskFromPendingToCompleted() {
        UUID task = accept(sandbox, "2.4");
        assertThat(status(task)).isEqualTo(TaskStatus.PENDING);

        fixture.realTime.pass(Duration.ofMillis(500));
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);

        fixture.realTime.pass(Duration.ofMillis(1500));
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void runDueMovesTask() {
        accept(sandbox, "2.4");

        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isOne();
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2.4"));
    }

    @Test
    void schedulesOneWakeupForTheSameInstant() {
        accept(sandbox, "1");
        accept(sandbox, "1");

        assertThat(fixture.wakeups).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void holdsCapturesAndRefundsCredits() {
        UUID completes = accept(sandbox, "2.4");
        UUID fails = accept(sandbox, "4.8");
        assertThat(sandbox.credits().held()).isEqualTo(Credits.of("7.2"));

        sandbox.tasks().end(completes, new Outcome.Completes());
        sandbox.tasks().end(fails, FAILS);

        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("7.6"));
        assertThat(sandbox.credits().held()).isEqualTo(Credits.ZERO);
    }

    @Test
    void rejectsTaskWithoutCredits() {
        accept(sandbox, "9");

        AcceptResult refused = sandbox.accept(
                SandboxFixture.spec("2.4", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));

        assertThat(refused)
                .isEqualTo(new AcceptResult.Refused(
                        List.of(new Refusal.ShortOfCredits(Credits.of("2.4"), Credits.of("1")))));
        assertThat(sandbox.tasks().count(TaskStatus.PENDING)).isOne();
    }

    @Test
    void doesNotChangeFinishedTask() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().end(task, FAILS);

        assertThat(sandbox.tasks().end(task, new Outcome.Completes())).isEmpty();
        assertThat(sandbox.tasks().hold(task)).isEmpty();
        assertThat(sandbox.tasks().release(task)).isEmpty();
        assertThat(status(task)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void taskOnHoldContinuesWhereItWasHeld() {
        UUID task = accept(sandbox, "1");
        fixture.realTime.pass(Duration.ofSeconds(1));
        sandbox.tasks().hold(task);

        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);

        sandbox.tasks().release(task);
        fixture.pass(Duration.ofMillis(999), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);
        fixture.pass(Duration.ofMillis(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void endsTaskOnHold() {
        UUID task = accept(sandbox, "1");
        sandbox.tasks().hold(task);

        assertThat(sandbox.tasks().end(task, FAILS)).map(TaskView::isHeld).contains(false);
        assertThat(status(task)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void frozenClockMovesNoTask() {
        UUID task = accept(sandbox, "1");
        sandbox.time().freeze();
        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PENDING);

        fixture.wakeups.clear();
        sandbox.time().resume();
        assertThat(fixture.wakeups).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void dropsOldestFinishedTaskAndNeverAnUnfinishedOne() {
        UUID finished = accept(sandbox, "1");
        sandbox.tasks().end(finished, FAILS);
        for (int i = 0; i < 5; i++) {
            accept(sandbox, "1");
        }
        assertThat(sandbox.task(finished)).isEmpty();
        assertThat(sandbox.tasks().dropped()).isOne();

        assertThat(sandbox.accept(
                        SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE)))
                .isEqualTo(new AcceptResult.TooManyUnfinished(5));
        assertThat(sandbox.credits().held()).isEqualTo(Credits.of("5"));
    }

    @Test
    void listsTasksByStatusAndPage() {
        List<UUID> tasks = List.of(accept(sandbox, "1"), accept(sandbox, "1"), accept(sandbox, "1"));
        sandbox.tasks().end(tasks.get(1), FAILS);

        assertThat(ids(Optional.of(TaskStatus.PENDING), Optional.empty(), 10))
                .containsExactly(tasks.get(0), tasks.get(2));
        assertThat(ids(Optional.empty(), Optional.of(tasks.get(0)), 1)).containsExactly(tasks.get(1));
        assertThat(ids(Optional.empty(), Optional.of(tasks.get(2)), 1)).isEmpty();
    }

    @Test
    void sameSeedGivesSameIds() {
        assertThat(accept(new SandboxFixture().sandbox("key"), "1")).isEqualTo(accept(sandbox, "1"));
        assertThat(accept(fixture.sandbox("other"), "1")).isNotEqualTo(accept(sandbox, "1"));
    }

    @Test
    void rejectedRequestUsesAnIdButNoLatency() {
        Sandbox other = new SandboxFixture().sandbox("key");
        for (Sandbox each : List.of(sandbox, other)) {
            each.change(new SandboxChange(
                    Optional.empty(),
                    policy -> policy,
                    lifecycle -> lifecycle.withProcessing(new Latency.Range(Duration.ofSeconds(1), Duration.ofDays(1))),
                    Optional.of(7L)));
        }
        sandbox.accept(SandboxFixture.spec("11", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));

        UUID afterRejection = accept(sandbox, "1");
        UUID first = accept(other, "1");
        assertThat(afterRejection).isNotEqualTo(first).isEqualTo(accept(other, "1"));
        assertThat(sandbox.task(afterRejection).orElseThrow().plan())
                .isEqualTo(other.task(first).orElseThrow().plan());
    }

    @Test
    void idsAreRandomUuids() {
        UUID id = accept(sandbox, "1");
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void reportsPlannedTimesToLateReader() {
        UUID task = accept(sandbox, "1");
        fixture.realTime.pass(Duration.ofDays(1));

        assertThat(sandbox.task(task).orElseThrow().finishedAt()).isEqualTo(ManualTime.START.plusSeconds(2));
    }

    private TaskStatus status(UUID task) {
        return sandbox.task(task).orElseThrow().status();
    }

    private List<UUID> ids(Optional<TaskStatus> status, Optional<UUID> after, int limit) {
        return sandbox.tasks().list(status, after, limit).stream()
                .map(TaskView::id)
                .toList();
    }

    @Test
    void doesNotRepeatScheduledWakeup() {
        accept(sandbox, "1");
        accept(sandbox, "1");
        for (int i = 0; i < 10; i++) {
            sandbox.runDue();
        }
        assertThat(fixture.wakeups).hasSize(1);

        fixture.realTime.pass(Duration.ofMillis(500));
        fixture.wakes.remove(0).run();
        assertThat(fixture.wakeups).hasSize(2);
    }
}
