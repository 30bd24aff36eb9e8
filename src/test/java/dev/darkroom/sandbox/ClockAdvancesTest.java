package dev.darkroom.sandbox;

import static dev.darkroom.sandbox.SandboxFixture.accept;
import static dev.darkroom.sandbox.SandboxFixture.acceptWithCallback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.Attempt;
import dev.darkroom.callback.AttemptResult;
import dev.darkroom.task.Outcome;
import dev.darkroom.task.TaskStatus;
import dev.darkroom.time.ManualTime;
import dev.darkroom.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClockAdvancesTest {

    private final SandboxFixture house = new SandboxFixture();
    private final Sandbox sandbox = house.sandbox("key");
    private final List<AdvanceResult> arrivals = new ArrayList<>();
    private int stopped;

    @BeforeEach
    void freeze() {
        sandbox.time().freeze();
    }

    @Test
    void whatFallsDueHappensOnTheWay() {
        accept(sandbox, "1");

        advance(Duration.ofSeconds(2));

        assertThat(arrivals)
                .containsExactly(new AdvanceResult(
                        ManualTime.START, ManualTime.START.plusSeconds(2), new EventCounts(1, 1, 0, 0, 0)));
        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isOne();
    }

    @Test
    void whatIsNotDueYetDoesNotHappen() {
        accept(sandbox, "1");

        advance(Duration.ofSeconds(2).minusNanos(1));

        assertThat(sandbox.tasks().count(TaskStatus.PROCESSING)).isOne();
    }

    @Test
    void arrivesWhenEveryAttemptHasItsResult() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);

        advance(Duration.ofMinutes(1));
        assertThat(arrivals).isEmpty();

        house.unanswered.remove(0).accept(new AttemptResult.Answered(200));
        assertThat(arrivals).extracting(AdvanceResult::now).containsExactly(ManualTime.START.plusSeconds(60));
    }

    @Test
    void failedAttemptsAreMadeAgainOnTheWay() {
        house.answer = Optional.of(new AttemptResult.Answered(503));
        acceptWithCallback(sandbox);
        Instant end = ManualTime.START.plusSeconds(2);

        advance(Duration.ofMinutes(5));
        assertThat(house.attempts).extracting(Attempt::at).containsExactly(end, end.plusSeconds(180));

        advance(Duration.ofMinutes(10));
        assertThat(house.attempts).hasSize(3);
    }

    @Test
    void aLaterCallbackWaitsForTheResultOfAnEarlierOne() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMillis(10));
        acceptWithCallback(sandbox);

        advance(Duration.ofSeconds(5));
        assertThat(house.attempts).hasSize(1);

        house.unanswered.remove(0).accept(new AttemptResult.Answered(200));
        assertThat(house.attempts).hasSize(2);
    }

    @Test
    void oneJourneyWaitsForTheOther() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);

        advance(Duration.ofSeconds(30));
        advance(Duration.ofSeconds(30));
        house.unanswered.remove(0).accept(new AttemptResult.Answered(200));

        assertThat(arrivals)
                .extracting(AdvanceResult::now)
                .containsExactly(ManualTime.START.plusSeconds(30), ManualTime.START.plusSeconds(60));
    }

    @Test
    void thousandsMayWait() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        for (int i = 0; i < 10_000; i++) {
            advance(Duration.ofSeconds(2));
        }
        assertThat(arrivals).isEmpty();
        house.unanswered.remove(0).accept(new AttemptResult.Answered(200));

        assertThat(arrivals).hasSize(10_000);
        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(20_000));
    }

    @Test
    void doesNotWaitForWhatBeginsMeanwhile() {
        house.answer = Optional.empty();
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        sandbox.tasks().end(first, new Outcome.Completes());
        sandbox.runDue();
        advance(Duration.ofSeconds(1));
        sandbox.tasks().end(second, new Outcome.Completes());
        sandbox.runDue();
        assertThat(house.unanswered).hasSize(2);
        assertThat(arrivals).isEmpty();

        house.unanswered.remove(0).accept(new AttemptResult.Answered(200));
        assertThat(arrivals).hasSize(1);
    }

    @Test
    void endsWhereTheClockDoes() {
        sandbox.time().advance(now -> SandboxClock.END.minusSeconds(1), this::arrived);
        accept(sandbox, "1");
        advance(Duration.ofSeconds(50));

        assertThat(sandbox.now()).isEqualTo(SandboxClock.END);
        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isZero();
    }

    @Test
    void aRunningClockRunsOn() {
        sandbox.time().resume();
        advance(Duration.ofHours(1));
        house.real.pass(Duration.ofSeconds(1));

        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(3601));
    }

    @Test
    void afterALeapARunningSandboxIsWokenInTime() {
        sandbox.time().resume();
        accept(sandbox, "1");
        house.wakeups.clear();

        advance(Duration.ofMillis(400));

        assertThat(house.wakeups).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void whoeverStopsThemEndsThemWhereTheyAre() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMinutes(1));
        advance(Duration.ofMinutes(1));

        sandbox.time().stopAdvances();
        assertThat(stopped).isEqualTo(2);
        advance(Duration.ofMinutes(1));
        assertThat(stopped).isEqualTo(3);

        house.unanswered.remove(0).accept(new AttemptResult.Answered(503));
        assertThat(house.attempts).hasSize(1);
        assertThat(arrivals).isEmpty();
        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(2));
    }

    @Test
    void aSandboxThatIsResetEndsThemToo() {
        house.answer = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMinutes(1));

        house.sandboxes.reset(sandbox.key());

        assertThat(stopped).isOne();
    }

    private void arrived(Optional<AdvanceResult> advanced) {
        advanced.ifPresentOrElse(arrivals::add, () -> stopped++);
    }

    private void advance(Duration duration) {
        sandbox.time().advance(now -> now.plus(duration), this::arrived);
    }
}
