package dev.darkroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.chaos.RuleState;
import dev.darkroom.chaos.TestRules;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.PollResult;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskEffect;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskFaultsTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void failsAndRefundsTask() {
        inject("{\"fail\":\"upstream_error\"}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(outcome(task)).isEqualTo(new Outcome.Fails("upstream_error", "a message"));
        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("10"));
        assertThat(sandbox.poll(task).fault()).contains("rule");
    }

    @Test
    void failsTaskAtTheGivenTime() {
        inject("{\"fail\":{\"after\":\"1s\"}}");
        UUID task = SandboxFixture.accept(sandbox, "2");

        fixture.pass(Duration.ofMillis(999), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);
        fixture.pass(Duration.ofMillis(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void failsTaskWithoutRefund() {
        inject("{\"no_refund\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(status(task)).isEqualTo(TaskStatus.FAILED);
        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("8"));
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2"));
    }

    @Test
    void completesTaskWithoutOutput() {
        inject("{\"no_output\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(outcome(task)).isEqualTo(new Outcome.Completes(false));
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timed", "polls:1", "instant"})
    void stalledTaskNeverEnds(String progression) {
        sandbox.change(SandboxFixture.progression(Progression.parse(progression).orElseThrow()));
        inject("{\"stall\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofDays(1000), sandbox);

        for (int i = 0; i < 5; i++) {
            assertThat(sandbox.poll(task).task().orElseThrow().status()).isEqualTo(TaskStatus.PROCESSING);
        }
        assertThat(sandbox.tasks().end(task, new Outcome.Completes())).isPresent();
    }

    @Test
    void slowsTaskByFactor() {
        inject("{\"slow\":3}");
        UUID task = SandboxFixture.accept(sandbox, "2");

        fixture.pass(Duration.ofMillis(5999), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);
        fixture.pass(Duration.ofMillis(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void slowsTaskByDuration() {
        inject("{\"slow\":{\"duration\":\"1m\"}}");
        UUID task = SandboxFixture.accept(sandbox, "2");

        fixture.pass(Duration.ofMillis(60_499), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);
        fixture.pass(Duration.ofMillis(1), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void hidesTaskAfterItsCreation() {
        inject("{\"amnesia\":\"1s\"}");
        UUID task = SandboxFixture.accept(sandbox, "2");

        assertThat(sandbox.poll(task)).isEqualTo(new PollResult(Optional.empty(), Optional.of("rule")));
        assertThat(sandbox.task(task)).isPresent();
        fixture.pass(Duration.ofSeconds(1), sandbox);
        assertThat(sandbox.poll(task).task()).isPresent();
    }

    @Test
    void statusGoesBackOnce() {
        inject("{\"flicker\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");

        List<TaskStatus> polledStatus = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            polledStatus.add(sandbox.poll(task).task().orElseThrow().status());
            fixture.pass(Duration.ofMillis(500), sandbox);
        }

        assertThat(polledStatus)
                .containsExactly(
                        TaskStatus.PENDING,
                        TaskStatus.PROCESSING,
                        TaskStatus.PENDING,
                        TaskStatus.PROCESSING,
                        TaskStatus.COMPLETED,
                        TaskStatus.COMPLETED);
    }

    @Test
    void statusOfFinishedTaskGoesBackOnce() {
        inject("{\"flicker\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(List.of(polledStatus(task), polledStatus(task), polledStatus(task)))
                .containsExactly(TaskStatus.COMPLETED, TaskStatus.PROCESSING, TaskStatus.COMPLETED);
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2"));
    }

    @Test
    void peekReportsEarlierStatusWithoutUsingItUp() {
        inject("{\"flicker\":true}");
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        assertThat(polledStatus(task)).isEqualTo(TaskStatus.COMPLETED);

        assertThat(sandbox.peek(task).task().orElseThrow().status()).isEqualTo(TaskStatus.PROCESSING);
        assertThat(List.of(polledStatus(task), polledStatus(task)))
                .containsExactly(TaskStatus.PROCESSING, TaskStatus.COMPLETED);
    }

    @Test
    void rejectedRequestDoesNotTriggerRule() {
        inject("{\"fail\":true}", "\"times\":1");
        assertThat(sandbox.accept(
                        SandboxFixture.spec("11", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE)))
                .isInstanceOf(AcceptResult.Refused.class);

        assertThat(sandbox.faults().states()).extracting(RuleState::triggered).containsExactly(0L);
        UUID task = SandboxFixture.accept(sandbox, "2");
        fixture.pass(Duration.ofSeconds(2), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.FAILED);
    }

    @Test
    void requestTakesPrecedenceOverRules() {
        inject("{\"fail\":true}");
        PlanOverrides overrides = SandboxFixture.overrides(PlanOverrides.NONE
                .with(new Outcome.Completes(false))
                .causedByTrigger("the prompt", TaskEffect.NO_OUTPUT));
        AcceptResult.Accepted accepted =
                (AcceptResult.Accepted) sandbox.accept(SandboxFixture.spec("2", Optional.empty()), overrides);
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(outcome(accepted.task().id())).isEqualTo(new Outcome.Completes(false));
        assertThat(accepted.task().fault()).contains("the prompt");
        assertThat(sandbox.faults().states()).extracting(RuleState::triggered).containsExactly(0L);
    }

    @Test
    void sameSeedGivesSameOutcomes() {
        String rules =
                "{\"name\":\"a\",\"when\":{\"operation\":\"task\",\"probability\":0.3},\"then\":{\"fail\":true}},"
                        + "{\"name\":\"b\",\"when\":{\"operation\":\"task\",\"probability\":0.3},"
                        + "\"then\":{\"slow\":{\"min\":\"1s\",\"max\":\"9s\"}}}";
        assertThat(statuses(rules)).isEqualTo(statuses(rules)).contains(TaskStatus.FAILED, TaskStatus.COMPLETED);
    }

    private List<Object> statuses(String rules) {
        Sandbox seeded = new SandboxFixture().sandbox("key");
        seeded.change(SandboxFixture.seed(3));
        seeded.change(SandboxFixture.balance(Credits.of("1000")));
        seeded.change(SandboxFixture.progression(new Progression.Instantly()));
        seeded.faults().replace(TestRules.set(rules));
        List<Object> statuses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            statuses.add(seeded.task(SandboxFixture.accept(seeded, "1"))
                    .map(TaskView::status)
                    .orElseThrow());
        }
        return statuses;
    }

    private void inject(String then, String... when) {
        String operation = "\"operation\":\"task\"" + (when.length == 0 ? "" : "," + when[0]);
        sandbox.faults()
                .replace(TestRules.set("{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}"));
    }

    private Outcome outcome(UUID task) {
        return sandbox.task(task).orElseThrow().plan().outcome();
    }

    private TaskStatus status(UUID task) {
        return sandbox.task(task).orElseThrow().status();
    }

    private TaskStatus polledStatus(UUID task) {
        return sandbox.poll(task).task().orElseThrow().status();
    }
}
