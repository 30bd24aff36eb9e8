package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.PastAttempt;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.chaos.TestRules;
import dev.darkroom.task.AcceptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.PlanOverrides;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallbackFaultsTest {

    private static final Instant END = ManualTime.START.plusSeconds(2);

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void losesEveryAttemptOfACallback() {
        inject("{\"drop\":true}");
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).isEmpty();
        assertThat(callback(task).state()).isEqualTo(CallbackState.GIVEN_UP);
        assertThat(callback(task).attempts())
                .containsExactly(lost(1, END), lost(2, END.plusSeconds(180)), lost(3, END.plusSeconds(600)));
    }

    @Test
    void losesOneAttemptAndMakesTheNext() {
        inject("{\"drop\":true}", "\"times\":1");
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(180));
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void delaysCallback() {
        inject("{\"delay\":\"90s\"}");
        UUID task = acceptWithCallback(sandbox);

        fixture.pass(Duration.ofSeconds(91), sandbox);
        assertThat(fixture.attempts).isEmpty();
        assertThat(callback(task).state()).isEqualTo(CallbackState.WAITING);
        assertThat(callback(task).postponedBy()).contains("rule");
        fixture.pass(Duration.ofSeconds(1), sandbox);
        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(90));
        assertThat(callback(task).attempts()).extracting(PastAttempt::fault).containsExactly(Optional.of("rule"));
    }

    @Test
    void retriesDelayedCallback() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        inject("{\"delay\":\"5m\"}", "\"times\":1");
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts)
                .extracting(Attempt::at)
                .containsExactly(END.plusSeconds(300), END.plusSeconds(300), END.plusSeconds(600));
    }

    @Test
    void repeatsDeliveredCallback() {
        inject("{\"duplicate\":3}");
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(fixture.attempts).extracting(Attempt::at).containsOnly(END);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void sendsDuplicatesInSequence() {
        fixture.result = Optional.empty();
        inject("{\"duplicate\":2}");
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(fixture.attempts).hasSize(1);
        fixture.pendingResults.get(0).accept(new AttemptResult.Responded(200));
        assertThat(fixture.attempts).hasSize(2);
    }

    @Test
    void stopsDuplicatesAfterReset() {
        fixture.result = Optional.empty();
        inject("{\"duplicate\":3}");
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);

        fixture.sandboxes.reset(sandbox.key());
        fixture.pendingResults.get(0).accept(new AttemptResult.Responded(200));
        assertThat(fixture.attempts).hasSize(1);
    }

    @Test
    void swapsTwoCallbacks() {
        inject("{\"reorder\":\"1m\"}");
        UUID first = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofMillis(100), sandbox);
        UUID second = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(3), sandbox);

        assertThat(taskIds()).containsExactly(second, first);
        assertThat(callback(first).attempts()).extracting(PastAttempt::fault).containsExactly(Optional.of("rule"));
    }

    @Test
    void releasesReorderedCallbackAfterResultOfTheOther() {
        fixture.result = Optional.empty();
        inject("{\"reorder\":\"1m\"}", "\"times\":1");
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(3), sandbox);

        assertThat(taskIds()).containsExactly(second);
        fixture.pendingResults.get(0).accept(new AttemptResult.Responded(200));
        sandbox.runDue();
        assertThat(taskIds()).containsExactly(second, first);
    }

    @Test
    void delaysReorderedCallbackWithoutAnother() {
        inject("{\"reorder\":\"1m\"}");
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(60));
    }

    @Test
    void swapsCallbacksOfTheSameInstant() {
        inject("{\"reorder\":\"1m\"}");
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        UUID third = acceptWithCallback(sandbox);
        UUID fourth = acceptWithCallback(sandbox);
        SandboxFixture.advance(sandbox, Duration.ofHours(1));

        assertThat(taskIds()).containsExactly(second, fourth, first, third);
    }

    @Test
    void marksGarbledAttempt() {
        inject("{\"garble\":true}");
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);

        assertThat(fixture.attempts.get(0).isGarbled()).isTrue();
        assertThat(fixture.attempts.get(0).fault().orElseThrow().name()).isEqualTo("rule");
    }

    @Test
    void sendsEarlyCallbackOfFinishedTask() {
        inject("{\"early\":true}");
        AcceptResult.Accepted accepted = (AcceptResult.Accepted) sandbox.accept(
                SandboxFixture.spec("1", Optional.of("http://receiver/hook")),
                SandboxFixture.overrides(PlanOverrides.NONE));

        assertThat(accepted.hasEarlyCallback()).isTrue();
        assertThat(accepted.task().fault()).contains("rule");
        assertThat(accepted.task().status()).isEqualTo(TaskStatus.COMPLETED);
        boolean[] calledBack = {false};
        sandbox.callbacks().whenDone(() -> calledBack[0] = true);
        assertThat(calledBack[0]).isTrue();
        assertThat(fixture.attempts).hasSize(1);
    }

    @Test
    void injectsNoOtherFaultIntoEarlyCallback() {
        sandbox.faults()
                .replace(
                        TestRules.set("{\"then\":{\"early\":true},\"when\":{\"times\":1}},{\"then\":{\"drop\":true}}"));
        acceptWithCallback(sandbox);
        sandbox.runDue();
        assertThat(fixture.attempts).hasSize(1);

        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(fixture.attempts).hasSize(1);
    }

    @Test
    void ignoresEarlyFaultWithoutCallbackUrl() {
        inject("{\"early\":true}");
        AcceptResult.Accepted accepted = (AcceptResult.Accepted) sandbox.accept(
                SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));

        assertThat(accepted.hasEarlyCallback()).isFalse();
        assertThat(accepted.task().status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void injectsNoFaultIntoRedelivery() {
        inject("{\"drop\":true}");
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(sandbox.callbacks().redeliver(task, view -> {})).isEqualTo(Redelivery.STARTED);
        assertThat(fixture.attempts).hasSize(1);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void drawsFaultsIndependentlyOfTheOrderOfEnds() {
        inject("{\"drop\":true}", "\"probability\":0.5");
        sandbox.change(SandboxFixture.seed(5));
        List<UUID> taskIds =
                List.of(acceptWithCallback(sandbox), acceptWithCallback(sandbox), acceptWithCallback(sandbox));
        taskIds.forEach(task -> sandbox.tasks().end(task, new Outcome.Completes()));
        sandbox.runDue();
        List<Boolean> forwards = taskIds.stream().map(this::wasDropped).toList();

        Sandbox other = new SandboxFixture().sandbox("key");
        other.faults().replace(sandbox.faults().set());
        other.change(SandboxFixture.seed(5));
        List<UUID> repeatedTaskIds =
                List.of(acceptWithCallback(other), acceptWithCallback(other), acceptWithCallback(other));
        assertThat(repeatedTaskIds).isEqualTo(taskIds);
        for (int i = 2; i >= 0; i--) {
            other.tasks().end(repeatedTaskIds.get(i), new Outcome.Completes());
        }
        other.runDue();
        assertThat(repeatedTaskIds.stream()
                        .map(task -> other.callbacks().find(task).orElseThrow())
                        .map(CallbackFaultsTest::wasDropped)
                        .toList())
                .isEqualTo(forwards);
    }

    @Test
    void callbackFaultDoesNotChangeTheTask() {
        inject("{\"drop\":true}");
        sandbox.change(SandboxFixture.progression(new Progression.Instantly()));
        UUID task = acceptWithCallback(sandbox);

        assertThat(sandbox.poll(task).fault()).isEmpty();
        assertThat(sandbox.task(task).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    private void inject(String then, String... when) {
        String operation = "\"operation\":\"callback\"" + (when.length == 0 ? "" : "," + when[0]);
        sandbox.faults()
                .replace(TestRules.set("{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}"));
    }

    private CallbackView callback(UUID task) {
        return sandbox.callbacks().find(task).orElseThrow();
    }

    private boolean wasDropped(UUID task) {
        return wasDropped(callback(task));
    }

    private static boolean wasDropped(CallbackView callback) {
        return callback.attempts().get(0).result().orElseThrow() instanceof AttemptResult.Lost;
    }

    private List<UUID> taskIds() {
        return fixture.attempts.stream().map(attempt -> attempt.task().id()).toList();
    }

    private static PastAttempt lost(int number, Instant at) {
        return new PastAttempt(number, at, Optional.of("rule"), Optional.of(new AttemptResult.Lost()));
    }
}
