package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.CallbackView.Try;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.chaos.SomeRules;
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

    private final SandboxFixture house = new SandboxFixture();
    private final Sandbox sandbox = house.sandbox("key");

    @Test
    void aCallbackNeverComes() {
        plant("{\"drop\":true}");
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).isEmpty();
        assertThat(callback(task).state()).isEqualTo(CallbackState.GIVEN_UP);
        assertThat(callback(task).attempts())
                .containsExactly(lost(1, END), lost(2, END.plusSeconds(180)), lost(3, END.plusSeconds(600)));
    }

    @Test
    void oneAttemptIsLostAndTheNextOneComes() {
        plant("{\"drop\":true}", "\"times\":1");
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(180));
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void aCallbackComesLater() {
        plant("{\"delay\":\"90s\"}");
        UUID task = acceptWithCallback(sandbox);

        house.pass(Duration.ofSeconds(91), sandbox);
        assertThat(house.attempts).isEmpty();
        assertThat(callback(task).state()).isEqualTo(CallbackState.WAITING);
        assertThat(callback(task).heldBy()).contains("rule");
        house.pass(Duration.ofSeconds(1), sandbox);
        assertThat(house.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(90));
        assertThat(callback(task).attempts()).extracting(Try::fault).containsExactly(Optional.of("rule"));
    }

    @Test
    void aLateCallbackThatIsNotTakenIsTriedAgain() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        plant("{\"delay\":\"5m\"}", "\"times\":1");
        acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts)
                .extracting(Attempt::at)
                .containsExactly(END.plusSeconds(300), END.plusSeconds(300), END.plusSeconds(600));
    }

    @Test
    void aCallbackComesAgainAlthoughItWasTaken() {
        plant("{\"duplicate\":3}");
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(house.attempts).extracting(Attempt::at).containsOnly(END);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void copiesComeOneAfterTheOther() {
        house.answer = Optional.empty();
        plant("{\"duplicate\":2}");
        acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);

        assertThat(house.attempts).hasSize(1);
        house.unanswered.get(0).accept(new AttemptResult.Answered(200));
        assertThat(house.attempts).hasSize(2);
    }

    @Test
    void aSandboxThatIsResetSendsNoMoreCopies() {
        house.answer = Optional.empty();
        plant("{\"duplicate\":3}");
        acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);

        house.sandboxes.reset(sandbox.key());
        house.unanswered.get(0).accept(new AttemptResult.Answered(200));
        assertThat(house.attempts).hasSize(1);
    }

    @Test
    void twoCallbacksChangePlaces() {
        plant("{\"reorder\":\"1m\"}");
        UUID first = acceptWithCallback(sandbox);
        house.pass(Duration.ofMillis(100), sandbox);
        UUID second = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(3), sandbox);

        assertThat(tasks()).containsExactly(second, first);
        assertThat(callback(first).attempts()).extracting(Try::fault).containsExactly(Optional.of("rule"));
    }

    @Test
    void whoIsHeldBackWaitsUntilTheOtherHasArrived() {
        house.answer = Optional.empty();
        plant("{\"reorder\":\"1m\"}", "\"times\":1");
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(3), sandbox);

        assertThat(tasks()).containsExactly(second);
        house.unanswered.get(0).accept(new AttemptResult.Answered(200));
        sandbox.runDue();
        assertThat(tasks()).containsExactly(second, first);
    }

    @Test
    void whoIsHeldBackAloneComesLater() {
        plant("{\"reorder\":\"1m\"}");
        acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).extracting(Attempt::at).containsExactly(END.plusSeconds(60));
    }

    @Test
    void whatEndsAtTheSameInstantChangesPlacesToo() {
        plant("{\"reorder\":\"1m\"}");
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        UUID third = acceptWithCallback(sandbox);
        UUID fourth = acceptWithCallback(sandbox);
        SandboxFixture.advance(sandbox, Duration.ofHours(1));

        assertThat(tasks()).containsExactly(second, fourth, first, third);
    }

    @Test
    void aBodyIsSpoilt() {
        plant("{\"garble\":true}");
        acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);

        assertThat(house.attempts.get(0).isGarbled()).isTrue();
        assertThat(house.attempts.get(0).fault().orElseThrow().name()).isEqualTo("rule");
    }

    @Test
    void anEarlyCallbackTellsOfATaskThatIsFinished() {
        plant("{\"early\":true}");
        AcceptResult.Accepted accepted = (AcceptResult.Accepted) sandbox.accept(
                SandboxFixture.spec("1", Optional.of("http://receiver/hook")),
                SandboxFixture.overrides(PlanOverrides.NONE));

        assertThat(accepted.isEarly()).isTrue();
        assertThat(accepted.fault()).contains("rule");
        assertThat(accepted.task().status()).isEqualTo(TaskStatus.COMPLETED);
        boolean[] calledBack = {false};
        sandbox.callbacks().whenDone(() -> calledBack[0] = true);
        assertThat(calledBack[0]).isTrue();
        assertThat(house.attempts).hasSize(1);
    }

    @Test
    void whatIsEarlyIsNeitherLateNorLost() {
        sandbox.faults()
                .replace(
                        SomeRules.set("{\"then\":{\"early\":true},\"when\":{\"times\":1}},{\"then\":{\"drop\":true}}"));
        acceptWithCallback(sandbox);
        sandbox.runDue();
        assertThat(house.attempts).hasSize(1);

        acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);
        assertThat(house.attempts).hasSize(1);
    }

    @Test
    void nobodyIsEarlyWhoIsNotCalledBack() {
        plant("{\"early\":true}");
        AcceptResult.Accepted accepted = (AcceptResult.Accepted)
                sandbox.accept(SandboxFixture.spec("1", Optional.empty()), SandboxFixture.overrides(PlanOverrides.NONE));

        assertThat(accepted.isEarly()).isFalse();
        assertThat(accepted.task().status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void whatIsAskedForByHandMeetsNoFault() {
        plant("{\"drop\":true}");
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(sandbox.callbacks().redeliver(task, view -> {})).isEqualTo(Redelivery.STARTED);
        assertThat(house.attempts).hasSize(1);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void theOrderOfEndsChangesNothing() {
        plant("{\"drop\":true}", "\"probability\":0.5");
        sandbox.change(SandboxFixture.seed(5));
        List<UUID> tasks =
                List.of(acceptWithCallback(sandbox), acceptWithCallback(sandbox), acceptWithCallback(sandbox));
        tasks.forEach(task -> sandbox.tasks().end(task, new Outcome.Completes()));
        sandbox.runDue();
        List<Boolean> forwards = tasks.stream().map(this::wasDropped).toList();

        Sandbox other = new SandboxFixture().sandbox("key");
        other.faults().replace(sandbox.faults().set());
        other.change(SandboxFixture.seed(5));
        List<UUID> same = List.of(acceptWithCallback(other), acceptWithCallback(other), acceptWithCallback(other));
        assertThat(same).isEqualTo(tasks);
        for (int i = 2; i >= 0; i--) {
            other.tasks().end(same.get(i), new Outcome.Completes());
        }
        other.runDue();
        assertThat(same.stream()
                        .map(task -> other.callbacks().find(task).orElseThrow())
                        .map(CallbackFaultsTest::wasDropped)
                        .toList())
                .isEqualTo(forwards);
    }

    @Test
    void aFaultMakesNoTaskGoOtherwise() {
        plant("{\"drop\":true}");
        sandbox.change(SandboxFixture.progression(new Progression.Instantly()));
        UUID task = acceptWithCallback(sandbox);

        assertThat(sandbox.poll(task).fault()).isEmpty();
        assertThat(sandbox.task(task).orElseThrow().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    private void plant(String then, String... when) {
        String operation = "\"operation\":\"callback\"" + (when.length == 0 ? "" : "," + when[0]);
        sandbox.faults()
                .replace(SomeRules.set("{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}"));
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

    private List<UUID> tasks() {
        return house.attempts.stream().map(attempt -> attempt.task().id()).toList();
    }

    private static Try lost(int number, Instant at) {
        return new Try(number, at, Optional.of("rule"), Optional.of(new AttemptResult.Lost()));
    }
}
