package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.Progression;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallbacksTest {

    private static final Instant END = ManualTime.START.plusSeconds(2);

    private final SandboxFixture house = new SandboxFixture();
    private final Sandbox sandbox = house.sandbox("key");

    @Test
    void oneAttemptWhenTheReceiverTakesIt() {
        UUID task = acceptWithCallback(sandbox);

        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).hasSize(1);
        Attempt attempt = house.attempts.get(0);
        assertThat(attempt.task().id()).isEqualTo(task);
        assertThat(attempt.task().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(attempt.at()).isEqualTo(END);
        assertThat(attempt.last()).isFalse();
    }

    @Test
    @Documented("providers/aivideoapi.md §10, at once, 3 and 10 minutes later, on the vendor's callback page")
    void threeAttemptsWhenItDoesNot() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        acceptWithCallback(sandbox);

        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts)
                .extracting(Attempt::at)
                .containsExactly(END, END.plus(Duration.ofMinutes(3)), END.plus(Duration.ofMinutes(10)));
        assertThat(house.attempts).extracting(Attempt::last).containsExactly(false, false, true);
    }

    /** Those that wait for a connection are made by nobody then, and nobody waits behind them. */
    @Test
    void attemptsOfASandboxThatIsResetAreForgotten() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);

        house.sandboxes.reset(sandbox.key());

        assertThat(house.owners).hasSize(1);
        assertThat(house.forgotten).isEqualTo(house.owners);
        acceptWithCallback(house.sandbox("key"));
        house.pass(Duration.ofSeconds(2), house.sandbox("key"));
        assertThat(house.owners).hasSize(2).doesNotHaveDuplicates();
    }

    /** The seed has been set anew, and the first task has been dropped since. */
    @Test
    void anIdThatComesAgainHasACallbackOfItsOwn() {
        sandbox.change(SandboxFixture.progression(new Progression.Instantly()));
        sandbox.change(SandboxFixture.seed(1));
        UUID first = acceptWithCallback(sandbox);
        for (int i = 0; i < SandboxFixture.DEFAULTS.tasks(); i++) {
            SandboxFixture.accept(sandbox, "0.1");
        }
        house.answer = Optional.of(new AttemptResult.Answered(500));
        sandbox.change(SandboxFixture.seed(1));

        assertThat(acceptWithCallback(sandbox)).isEqualTo(first);
        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).hasSize(1 + 3);
        assertThat(sandbox.callbacks().list(Optional.empty(), Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    @Documented(value = "providers/aivideoapi.md §10", certainty = Certainty.INFERRED)
    void aRedirectIsNoReceipt() {
        assertThat(new AttemptResult.Answered(302).isDelivered()).isFalse();
        assertThat(new AttemptResult.Answered(204).isDelivered()).isTrue();
    }

    @Test
    void theNextAttemptWaitsForTheResultOfTheLast() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        house.pass(Duration.ofHours(1), sandbox);
        assertThat(house.attempts).hasSize(1);

        house.unanswered.remove(0).accept(new AttemptResult.Unanswered("timeout"));
        sandbox.runDue();
        assertThat(house.attempts).hasSize(2);
    }

    @Test
    void aPollThatSettlesTheTaskDoesNotSendTheCallbackTwice() {
        UUID task = acceptWithCallback(sandbox);
        house.real.pass(Duration.ofSeconds(2));

        sandbox.task(task);
        sandbox.runDue();
        sandbox.task(task);
        sandbox.runDue();

        assertThat(house.attempts).hasSize(1);
    }

    @Test
    void aTaskThatIsEndedByHandCallsBackAtOnce() {
        UUID task = acceptWithCallback(sandbox);

        sandbox.tasks().end(task, new Outcome.Fails("some_code", "Some message"));
        sandbox.runDue();

        assertThat(house.attempts).extracting(Attempt::at).containsExactly(ManualTime.START);
    }

    @Test
    void aSandboxThatWasResetCallsNobody() {
        acceptWithCallback(sandbox);
        house.sandboxes.reset(sandbox.key());

        house.pass(Duration.ofHours(1), sandbox);

        assertThat(house.attempts).isEmpty();
    }

    @Test
    void tellsOfEveryAttempt() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        UUID task = acceptWithCallback(sandbox);
        assertThat(sandbox.callbacks().find(task)).isEmpty();

        house.pass(Duration.ofSeconds(2), sandbox);
        assertThat(callback(task).state()).isEqualTo(CallbackState.WAITING);
        assertThat(callback(task).nextAttempt()).contains(END.plusSeconds(180));

        house.pass(Duration.ofHours(1), sandbox);
        assertThat(callback(task).state()).isEqualTo(CallbackState.GIVEN_UP);
        assertThat(callback(task).nextAttempt()).isEmpty();
        assertThat(callback(task).attempts())
                .extracting(CallbackView.Try::at)
                .containsExactly(END, END.plusSeconds(180), END.plusSeconds(600));
        assertThat(callback(task).attempts())
                .allMatch(t -> t.result().equals(Optional.of(new AttemptResult.Answered(500))));
    }

    @Test
    void isDeliveredAgainByHand() {
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(5), sandbox);

        assertThat(redeliver(task)).isEqualTo(Redelivery.STARTED);

        assertThat(house.attempts).hasSize(2);
        assertThat(house.attempts.get(1).at()).isEqualTo(ManualTime.START.plusSeconds(5));
        assertThat(house.attempts.get(1).number()).isEqualTo(2);
        house.pass(Duration.ofDays(1), sandbox);
        assertThat(house.attempts).hasSize(2);
    }

    @Test
    void aHandThatFailsDoesNotEndTheSchedule() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(5), sandbox);
        redeliver(task);
        house.pass(Duration.ofDays(1), sandbox);

        assertThat(house.attempts)
                .extracting(Attempt::at)
                .containsExactly(END, END.plusSeconds(3), END.plusSeconds(180), END.plusSeconds(600));
        redeliver(task);
        house.pass(Duration.ofDays(1), sandbox);
        assertThat(house.attempts).hasSize(5);
    }

    @Test
    void aHandThatDeliversEndsTheSchedule() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(5), sandbox);
        house.answer = Optional.of(new AttemptResult.Answered(200));
        redeliver(task);
        house.pass(Duration.ofDays(1), sandbox);

        assertThat(house.attempts).hasSize(2);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void aReceiverGetsOneAttemptAtATime() {
        house.answer = Optional.of(new AttemptResult.Answered(500));
        UUID task = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(5), sandbox);
        house.answer = Optional.empty();
        redeliver(task);
        assertThat(redeliver(task)).isEqualTo(Redelivery.IN_FLIGHT);

        house.pass(Duration.ofMinutes(5), sandbox);
        assertThat(house.attempts).hasSize(2);
        house.unanswered.remove(0).accept(new AttemptResult.Answered(500));
        sandbox.runDue();
        assertThat(house.attempts).extracting(Attempt::at).endsWith(END.plusSeconds(3), END.plusSeconds(180));
        house.unanswered.remove(0).accept(new AttemptResult.Answered(500));
        house.pass(Duration.ofDays(1), sandbox);
        assertThat(house.attempts).hasSize(4);
    }

    @Test
    void aTaskWithoutCallbackHasNoneToRedeliver() {
        UUID task = SandboxFixture.accept(sandbox, "1");
        house.pass(Duration.ofSeconds(5), sandbox);
        assertThat(redeliver(task)).isEqualTo(Redelivery.UNKNOWN);
        assertThat(redeliver(UUID.randomUUID())).isEqualTo(Redelivery.UNKNOWN);
    }

    @Test
    void settledCallbacksAreDroppedFirst() {
        UUID delivered = acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);
        house.answer = Optional.of(new AttemptResult.Answered(500));
        UUID waiting = null;
        for (int i = 0; i < SandboxFixture.DEFAULTS.tasks(); i++) {
            sandbox.change(SandboxFixture.balance(Credits.of("10")));
            UUID task = acceptWithCallback(sandbox);
            waiting = waiting == null ? task : waiting;
            house.pass(Duration.ofSeconds(2), sandbox);
        }
        assertThat(sandbox.callbacks().find(delivered)).isEmpty();
        assertThat(callback(waiting).state()).isEqualTo(CallbackState.WAITING);
        assertThat(sandbox.callbacks().dropped()).isOne();

        acceptWithCallback(sandbox);
        house.pass(Duration.ofSeconds(2), sandbox);
        int attempts = house.attempts.size();
        house.pass(Duration.ofDays(1), sandbox);
        assertThat(sandbox.callbacks().find(waiting)).isEmpty();
        assertThat(sandbox.callbacks().dropped()).isEqualTo(2);
        assertThat(house.attempts).hasSize(attempts + 2 * SandboxFixture.DEFAULTS.tasks());
    }

    private CallbackView callback(UUID task) {
        return sandbox.callbacks().find(task).orElseThrow();
    }

    private Redelivery redeliver(UUID task) {
        return sandbox.callbacks().redeliver(task, callback -> {});
    }
}
