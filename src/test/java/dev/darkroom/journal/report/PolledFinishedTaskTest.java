package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.COMPLETED;
import static dev.darkroom.task.TaskStatus.FAILED;
import static dev.darkroom.task.TaskStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolledFinishedTaskTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @Test
    void whoStopsAtTheEndIsClean() {
        tape.poll(PROCESSING).wait("1s").poll(PROCESSING).wait("1s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whoGoesOnIsTold() {
        tape.poll(PROCESSING).wait("1s").poll(COMPLETED).wait("5s").poll(COMPLETED);
        tape.wait("5s").poll(COMPLETED);

        assertThat(tape.messages())
                .containsExactly(
                        "Task " + ClientHistoryBuilder.TASK + " was polled again 2 times after a poll had told that it had completed.");
        assertThat(tape.numbers()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void aFailedTaskIsAtItsEndToo() {
        tape.poll(FAILED).wait("5s").poll(FAILED);

        assertThat(tape.messages())
                .containsExactly(
                        "Task " + ClientHistoryBuilder.TASK + " was polled again once after a poll had told that it had failed.");
    }

    @Test
    void whoseAnswerWasCutOffMayAskAgain() {
        tape.poll(COMPLETED).cut().wait("1s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whatCountsIsWhatWasToldAndNotThatItWasAFault() {
        tape.poll(PROCESSING).fault("flicker").wait("1s").poll(COMPLETED);
        assertThat(tape.report().isClean()).isTrue();

        tape.fault("flicker").wait("1s").poll(PROCESSING);
        assertThat(tape.numbers()).containsExactly(2L, 3L);
    }

    @Test
    void aPollThatWasOnItsWayAlreadyDoesNotCount() {
        tape.poll(COMPLETED).taking("2s").wait("1.5s").poll(COMPLETED);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aPollThatIsTurnedAwayAtTheDoorIsOneTooManyAsWell() {
        tape.poll(COMPLETED).wait("5s").poll(ClientHistoryBuilder.TASK, 429);

        assertThat(tape.numbers()).containsExactly(1L, 2L);
    }
}
