package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Plan;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressionTest {

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void finishesInstantTaskAtCreation() {
        setProgression(new Progression.Instantly());
        UUID task = acceptWithCallback(sandbox);

        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(sandbox.credits().captured()).isEqualTo(Credits.of("2.4"));
        sandbox.runDue();
        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(ManualTime.START);
    }

    @Test
    void pollsMoveTaskButTimeDoesNot() {
        setProgression(new Progression.Polls(2));
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);
        sandbox.task(task);

        assertThat(polls(task, 5))
                .containsExactly(
                        TaskStatus.PENDING,
                        TaskStatus.PROCESSING,
                        TaskStatus.PROCESSING,
                        TaskStatus.COMPLETED,
                        TaskStatus.COMPLETED);
        TaskView done = sandbox.task(task).orElseThrow();
        assertThat(done.finishedAt()).isEqualTo(ManualTime.START.plusSeconds(3600));
        sandbox.runDue();
        assertThat(fixture.attempts).hasSize(1);
    }

    @Test
    void movesTaskWithEveryPoll() {
        setProgression(new Progression.Polls(1));
        UUID task = accept(sandbox, "1");

        assertThat(sandbox.task(task).orElseThrow().plan().endsAt()).isEqualTo(Plan.NEVER);
        assertThat(polls(task, 2)).containsExactly(TaskStatus.PROCESSING, TaskStatus.COMPLETED);
    }

    @Test
    void peeksDoNotMoveTask() {
        setProgression(new Progression.Polls(1));
        UUID task = accept(sandbox, "1");

        for (int i = 0; i < 3; i++) {
            assertThat(sandbox.peek(task).task().orElseThrow().status()).isEqualTo(TaskStatus.PENDING);
        }
        assertThat(polls(task, 1)).containsExactly(TaskStatus.PROCESSING);
    }

    @Test
    void pollsDoNotMoveTaskOnHold() {
        setProgression(new Progression.Polls(1));
        UUID task = accept(sandbox, "1");
        sandbox.tasks().hold(task);
        assertThat(polls(task, 3)).containsOnly(TaskStatus.PENDING);

        sandbox.tasks().release(task);
        assertThat(polls(task, 1)).containsExactly(TaskStatus.PROCESSING);
    }

    @Test
    void heldTaskWaitsForTheControlApi() {
        setProgression(new Progression.Held());
        UUID task = accept(sandbox, "1");
        UUID other = accept(sandbox, "1");
        fixture.pass(Duration.ofDays(1), sandbox);
        assertThat(polls(task, 3)).containsOnly(TaskStatus.PENDING);

        sandbox.tasks().end(other, new Outcome.Completes());
        assertThat(status(other)).isEqualTo(TaskStatus.COMPLETED);
        sandbox.tasks().release(task);
        fixture.pass(Duration.ofMillis(500), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.PROCESSING);
        fixture.pass(Duration.ofMillis(1500), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void overridesProgressionOfOneTask() {
        AcceptResult accepted = sandbox.accept(
                SandboxFixture.spec("1", Optional.empty()),
                SandboxFixture.overrides(
                        PlanOverrides.endingWith(new Outcome.Fails("c", "m")).with(new Progression.Instantly())));
        assertThat(((AcceptResult.Accepted) accepted).task().status()).isEqualTo(TaskStatus.FAILED);
        assertThat(sandbox.credits().balance()).isEqualTo(Credits.of("10"));
    }

    @Test
    void changeDoesNotAffectExistingTasks() {
        UUID task = accept(sandbox, "1");
        setProgression(new Progression.Held());
        fixture.pass(Duration.ofSeconds(2), sandbox);
        assertThat(status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timed", "instant", "held", "polls:1", "polls:1000"})
    void parsesItsOwnText(String text) {
        assertThat(Progression.parse(text).orElseThrow().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Timed", "polls", "polls:0", "polls:1001", "polls:-1", "polls:01", "polls:1x", "now"})
    void rejectsOtherText(String text) {
        assertThat(Progression.parse(text)).isEmpty();
    }

    private void setProgression(Progression progression) {
        sandbox.change(SandboxFixture.progression(progression));
    }

    private TaskStatus status(UUID task) {
        return sandbox.task(task).orElseThrow().status();
    }

    private List<TaskStatus> polls(UUID task, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> sandbox.poll(task).task().orElseThrow().status())
                .toList();
    }
}
