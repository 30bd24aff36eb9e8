package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

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

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");

    @Test
    void makesOneAttemptIfDelivered() {
        UUID task = acceptWithCallback(sandbox);

        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).hasSize(1);
        Attempt attempt = fixture.attempts.get(0);
        assertThat(attempt.task().id()).isEqualTo(task);
        assertThat(attempt.task().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(attempt.at()).isEqualTo(END);
        assertThat(attempt.isLast()).isFalse();
    }

    @Test
    void makesThreeAttemptsWhenAllFail() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        acceptWithCallback(sandbox);

        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts)
                .extracting(Attempt::at)
                .containsExactly(END, END.plus(Duration.ofMinutes(3)), END.plus(Duration.ofMinutes(10)));
        assertThat(fixture.attempts).extracting(Attempt::isLast).containsExactly(false, false, true);
    }

    /** Attempts that wait for a connection must not delay those of the new sandbox. */
    @Test
    void cancelsAttemptsOnReset() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);

        fixture.sandboxes.reset(sandbox.key());

        assertThat(fixture.owners).hasSize(1);
        assertThat(fixture.forgotten).isEqualTo(fixture.owners);
        acceptWithCallback(fixture.sandbox("key"));
        fixture.pass(Duration.ofSeconds(2), fixture.sandbox("key"));
        assertThat(fixture.owners).hasSize(2).doesNotHaveDuplicates();
    }

    /** An id repeats when the seed is set again and the first task has been dropped. */
    @Test
    void replacesCallbackOfRepeatedId() {
        sandbox.change(SandboxFixture.progression(new Progression.Instantly()));
        sandbox.change(SandboxFixture.seed(1));
        UUID first = acceptWithCallback(sandbox);
        for (int i = 0; i < SandboxFixture.DEFAULTS.tasks(); i++) {
            SandboxFixture.accept(sandbox, "0.1");
        }
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        sandbox.change(SandboxFixture.seed(1));

        assertThat(acceptWithCallback(sandbox)).isEqualTo(first);
        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).hasSize(1 + 3);
        assertThat(sandbox.callbacks().list(Optional.empty(), Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void redirectIsNotADelivery() {
        assertThat(new AttemptResult.Responded(302).isDelivered()).isFalse();
        assertThat(new AttemptResult.Responded(204).isDelivered()).isTrue();
    }

    @Test
    void startsNextAttemptAfterResultOfThePrevious() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(fixture.attempts).hasSize(1);

        fixture.pendingResults.remove(0).accept(new AttemptResult.NoResponse("timeout"));
        sandbox.runDue();
        assertThat(fixture.attempts).hasSize(2);
    }

    @Test
    void sendsCallbackOnceWhenAPollSettlesTheTask() {
        UUID task = acceptWithCallback(sandbox);
        fixture.realTime.pass(Duration.ofSeconds(2));

        sandbox.task(task);
        sandbox.runDue();
        sandbox.task(task);
        sandbox.runDue();

        assertThat(fixture.attempts).hasSize(1);
    }

    @Test
    void sendsCallbackImmediatelyWhenTaskIsEndedManually() {
        UUID task = acceptWithCallback(sandbox);

        sandbox.tasks().end(task, new Outcome.Fails("some_code", "Some message"));
        sandbox.runDue();

        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(ManualTime.START);
    }

    @Test
    void sendsNoCallbackAfterReset() {
        acceptWithCallback(sandbox);
        fixture.sandboxes.reset(sandbox.key());

        fixture.pass(Duration.ofHours(1), sandbox);

        assertThat(fixture.attempts).isEmpty();
    }

    @Test
    void reportsEveryAttempt() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = acceptWithCallback(sandbox);
        assertThat(sandbox.callbacks().find(task)).isEmpty();

        fixture.pass(Duration.ofSeconds(2), sandbox);
        assertThat(callback(task).state()).isEqualTo(CallbackState.WAITING);
        assertThat(callback(task).nextAttempt()).contains(END.plusSeconds(180));

        fixture.pass(Duration.ofHours(1), sandbox);
        assertThat(callback(task).state()).isEqualTo(CallbackState.GIVEN_UP);
        assertThat(callback(task).nextAttempt()).isEmpty();
        assertThat(callback(task).attempts())
                .extracting(CallbackView.PastAttempt::at)
                .containsExactly(END, END.plusSeconds(180), END.plusSeconds(600));
        assertThat(callback(task).attempts())
                .allMatch(t -> t.result().equals(Optional.of(new AttemptResult.Responded(500))));
    }

    @Test
    void redeliversOnRequest() {
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(5), sandbox);

        assertThat(redeliver(task)).isEqualTo(Redelivery.STARTED);

        assertThat(fixture.attempts).hasSize(2);
        assertThat(fixture.attempts.get(1).at()).isEqualTo(ManualTime.START.plusSeconds(5));
        assertThat(fixture.attempts.get(1).number()).isEqualTo(2);
        fixture.pass(Duration.ofDays(1), sandbox);
        assertThat(fixture.attempts).hasSize(2);
    }

    @Test
    void failedRedeliveryDoesNotEndTheSchedule() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(5), sandbox);
        redeliver(task);
        fixture.pass(Duration.ofDays(1), sandbox);

        assertThat(fixture.attempts)
                .extracting(Attempt::at)
                .containsExactly(END, END.plusSeconds(3), END.plusSeconds(180), END.plusSeconds(600));
        redeliver(task);
        fixture.pass(Duration.ofDays(1), sandbox);
        assertThat(fixture.attempts).hasSize(5);
    }

    @Test
    void successfulRedeliveryEndsTheSchedule() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(5), sandbox);
        fixture.result = Optional.of(new AttemptResult.Responded(200));
        redeliver(task);
        fixture.pass(Duration.ofDays(1), sandbox);

        assertThat(fixture.attempts).hasSize(2);
        assertThat(callback(task).state()).isEqualTo(CallbackState.DELIVERED);
    }

    @Test
    void makesOneAttemptAtATime() {
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID task = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(5), sandbox);
        fixture.result = Optional.empty();
        redeliver(task);
        assertThat(redeliver(task)).isEqualTo(Redelivery.IN_FLIGHT);

        fixture.pass(Duration.ofMinutes(5), sandbox);
        assertThat(fixture.attempts).hasSize(2);
        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(500));
        sandbox.runDue();
        assertThat(fixture.attempts).extracting(Attempt::at).endsWith(END.plusSeconds(3), END.plusSeconds(180));
        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(500));
        fixture.pass(Duration.ofDays(1), sandbox);
        assertThat(fixture.attempts).hasSize(4);
    }

    @Test
    void cannotRedeliverWithoutCallback() {
        UUID task = SandboxFixture.accept(sandbox, "1");
        fixture.pass(Duration.ofSeconds(5), sandbox);
        assertThat(redeliver(task)).isEqualTo(Redelivery.UNKNOWN);
        assertThat(redeliver(UUID.randomUUID())).isEqualTo(Redelivery.UNKNOWN);
    }

    @Test
    void dropsSettledCallbacksFirst() {
        UUID delivered = acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);
        fixture.result = Optional.of(new AttemptResult.Responded(500));
        UUID waiting = null;
        for (int i = 0; i < SandboxFixture.DEFAULTS.tasks(); i++) {
            sandbox.change(SandboxFixture.balance(Credits.of("10")));
            UUID task = acceptWithCallback(sandbox);
            waiting = waiting == null ? task : waiting;
            fixture.pass(Duration.ofSeconds(2), sandbox);
        }
        assertThat(sandbox.callbacks().find(delivered)).isEmpty();
        assertThat(callback(waiting).state()).isEqualTo(CallbackState.WAITING);
        assertThat(sandbox.callbacks().dropped()).isOne();

        acceptWithCallback(sandbox);
        fixture.pass(Duration.ofSeconds(2), sandbox);
        int attempts = fixture.attempts.size();
        fixture.pass(Duration.ofDays(1), sandbox);
        assertThat(sandbox.callbacks().find(waiting)).isEmpty();
        assertThat(sandbox.callbacks().dropped()).isEqualTo(2);
        assertThat(fixture.attempts).hasSize(attempts + 2 * SandboxFixture.DEFAULTS.tasks());
    }

    private CallbackView callback(UUID task) {
        return sandbox.callbacks().find(task).orElseThrow();
    }

    private Redelivery redeliver(UUID task) {
        return sandbox.callbacks().redeliver(task, callback -> {});
    }
}
