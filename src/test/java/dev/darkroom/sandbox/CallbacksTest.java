package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.task.Outcome;
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

        sandbox.end(task, new Outcome.Fails("some_code", "Some message"));
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
}
