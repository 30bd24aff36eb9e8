package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.COMPLETED;
import static dev.darkroom.task.TaskStatus.PENDING;
import static dev.darkroom.task.TaskStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolledTooFastTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @Test
    void whoHurriesIsTold() {
        tape.poll(PENDING).wait("0.5s").poll(PROCESSING).wait("0.12s").poll(PROCESSING);
        tape.wait("1s").poll(COMPLETED);

        assertThat(tape.messages())
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " was polled 2 times less than 1 s after the poll before, at the worst after 0.12 s.");
        assertThat(tape.numbers()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "0.9s", "30s"})
    void whoWaitsAsLongAsAdvisedOrATenthLessIsClean(String pause) {
        tape.poll(PENDING).wait(pause).poll(PROCESSING).wait(pause).poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aTenthIsAllThatATimerMayBeOff() {
        tape.poll(PENDING).wait("0.899s").poll(COMPLETED);

        assertThat(tape.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void aFrozenClockConvictsNobodyWhoWaits() {
        tape.poll(PENDING).waitOnFrozenClock("1s").poll(PENDING);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void neitherDoesAClockThatIsMovedByHand() {
        tape.poll(PENDING).advance("1s").poll(PROCESSING);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void twoTasksMayBePolledAtOnce() {
        tape.poll(PENDING).poll(ClientHistoryBuilder.OTHER, 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.report().isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whoWasAskedToWaitForLessMayComeThen(int status) {
        tape.interval("5s");
        tape.poll(PENDING).wait("5s").poll(ClientHistoryBuilder.TASK, status).retryAfter("1");
        tape.wait("1s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    /** How soon is for Retry-After to say, and that is another finding. */
    @Test
    void afterAFailureOneMayAskAgainAtOnce() {
        tape.poll(PENDING).wait("1s").poll(ClientHistoryBuilder.TASK, 500);
        tape.wait("0.5s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whatWasCutOffMayBeAskedForAtOnce() {
        tape.poll(PENDING).cut().poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aFinishedTaskIsAnotherMatter() {
        tape.poll(COMPLETED).wait("0.1s").poll(COMPLETED);

        assertThat(tape.report().findings())
                .extracting(Finding::kind)
                .containsExactly(FindingType.POLLED_FINISHED_TASK);
    }

    @Test
    void withoutAnIntervalNobodyIsTooFast() {
        tape.interval("0s").poll(PENDING).poll(PENDING);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void theOrderIsThatOfArrival() {
        tape.wait("1s").poll(PROCESSING).advance("-1s").waitOnFrozenClock("-1s").poll(PENDING);
        tape.wait("2s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }
}
