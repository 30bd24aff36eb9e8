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

    private final SandboxFixture fixture = new SandboxFixture();
    private final Sandbox sandbox = fixture.sandbox("key");
    private final List<AdvanceResult> results = new ArrayList<>();
    private int stoppedAdvances;

    @BeforeEach
    void freeze() {
        sandbox.time().freeze();
    }

    @Test
    void runsActionsDueDuringAdvance() {
        accept(sandbox, "1");

        advance(Duration.ofSeconds(2));

        assertThat(results)
                .containsExactly(new AdvanceResult(
                        ManualTime.START, ManualTime.START.plusSeconds(2), new EventCounts(1, 1, 0, 0, 0)));
        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isOne();
    }

    @Test
    void doesNotRunActionsDueLater() {
        accept(sandbox, "1");

        advance(Duration.ofSeconds(2).minusNanos(1));

        assertThat(sandbox.tasks().count(TaskStatus.PROCESSING)).isOne();
    }

    @Test
    void endsWhenEveryAttemptHasItsResult() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);

        advance(Duration.ofMinutes(1));
        assertThat(results).isEmpty();

        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(200));
        assertThat(results).extracting(AdvanceResult::now).containsExactly(ManualTime.START.plusSeconds(60));
    }

    @Test
    void retriesFailedAttemptsDuringAdvance() {
        fixture.result = Optional.of(new AttemptResult.Responded(503));
        acceptWithCallback(sandbox);
        Instant end = ManualTime.START.plusSeconds(2);

        advance(Duration.ofMinutes(5));
        assertThat(fixture.attempts).extracting(Attempt::at).containsExactly(end, end.plusSeconds(180));

        advance(Duration.ofMinutes(10));
        assertThat(fixture.attempts).hasSize(3);
    }

    @Test
    void startsLaterCallbackAfterResultOfAnEarlierOne() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMillis(10));
        acceptWithCallback(sandbox);

        advance(Duration.ofSeconds(5));
        assertThat(fixture.attempts).hasSize(1);

        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(200));
        assertThat(fixture.attempts).hasSize(2);
    }

    @Test
    void runsAdvancesInSequence() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);

        advance(Duration.ofSeconds(30));
        advance(Duration.ofSeconds(30));
        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(200));

        assertThat(results)
                .extracting(AdvanceResult::now)
                .containsExactly(ManualTime.START.plusSeconds(30), ManualTime.START.plusSeconds(60));
    }

    @Test
    void queuesThousandsOfAdvances() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        for (int i = 0; i < 10_000; i++) {
            advance(Duration.ofSeconds(2));
        }
        assertThat(results).isEmpty();
        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(200));

        assertThat(results).hasSize(10_000);
        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(20_000));
    }

    @Test
    void doesNotWaitForAttemptsThatBeginLater() {
        fixture.result = Optional.empty();
        UUID first = acceptWithCallback(sandbox);
        UUID second = acceptWithCallback(sandbox);
        sandbox.tasks().end(first, new Outcome.Completes());
        sandbox.runDue();
        advance(Duration.ofSeconds(1));
        sandbox.tasks().end(second, new Outcome.Completes());
        sandbox.runDue();
        assertThat(fixture.pendingResults).hasSize(2);
        assertThat(results).isEmpty();

        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(200));
        assertThat(results).hasSize(1);
    }

    @Test
    void stopsAtTheEndOfTheClock() {
        sandbox.time().advance(now -> SandboxClock.END.minusSeconds(1), this::onAdvanceEnd);
        accept(sandbox, "1");
        advance(Duration.ofSeconds(50));

        assertThat(sandbox.now()).isEqualTo(SandboxClock.END);
        assertThat(sandbox.tasks().count(TaskStatus.COMPLETED)).isZero();
    }

    @Test
    void runningClockContinues() {
        sandbox.time().resume();
        advance(Duration.ofHours(1));
        fixture.realTime.pass(Duration.ofSeconds(1));

        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(3601));
    }

    @Test
    void reschedulesWakeupAfterAdvance() {
        sandbox.time().resume();
        accept(sandbox, "1");
        fixture.wakeups.clear();

        advance(Duration.ofMillis(400));

        assertThat(fixture.wakeups).containsExactly(Duration.ofMillis(100));
    }

    @Test
    void stopEndsAdvancesAtTheCurrentInstant() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMinutes(1));
        advance(Duration.ofMinutes(1));

        sandbox.time().stopAdvances();
        assertThat(stoppedAdvances).isEqualTo(2);
        advance(Duration.ofMinutes(1));
        assertThat(stoppedAdvances).isEqualTo(3);

        fixture.pendingResults.remove(0).accept(new AttemptResult.Responded(503));
        assertThat(fixture.attempts).hasSize(1);
        assertThat(results).isEmpty();
        assertThat(sandbox.now()).isEqualTo(ManualTime.START.plusSeconds(2));
    }

    @Test
    void resetStopsAdvances() {
        fixture.result = Optional.empty();
        acceptWithCallback(sandbox);
        advance(Duration.ofMinutes(1));

        fixture.sandboxes.reset(sandbox.key());

        assertThat(stoppedAdvances).isOne();
    }

    private void onAdvanceEnd(Optional<AdvanceResult> advanced) {
        advanced.ifPresentOrElse(results::add, () -> stoppedAdvances++);
    }

    private void advance(Duration duration) {
        sandbox.time().advance(now -> now.plus(duration), this::onAdvanceEnd);
    }
}
