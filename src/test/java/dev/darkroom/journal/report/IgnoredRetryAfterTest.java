package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredRetryAfterTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoDoesNotWaitIsTold(int status) {
        tape.create("1", status).retryAfter("2").wait("0.5s");
        tape.create("2", status).retryAfter("2").wait("1.9s");
        tape.create("3", 200);

        assertThat(tape.messages())
                .containsExactly("POST /v1/images/generations came 2 times sooner than the answer before had asked for"
                        + " with Retry-After, at the worst after 0.5 s of 2 s.");
        assertThat(tape.numbers()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "1.95s", "60s"})
    void whoWaitsIsClean(String pause) {
        tape.create("{}", 429).retryAfter("2").wait(pause).create("{}", 200);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void itDoesNotMatterWhichClockSaysSo() {
        tape.create("{}", 429).retryAfter("2").advance("2s").create("{}", 429);
        tape.retryAfter("2").waitOnFrozenClock("2s").create("{}", 200);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void onlyTheFirstRequestAfterwardsHasToWait() {
        tape.create("1", 429).retryAfter("2").wait("2s").create("1", 200).create("2", 200);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whatWasOnItsWayAlreadyDoesNotCount() {
        tape.create("1", 429).retryAfter("2").taking("0.1s").wait("0.05s");
        tape.create("2", 200).wait("1.95s").create("1", 200);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void otherOperationsNeedNotWait() {
        tape.create("{}", 429).retryAfter("2").poll(PENDING);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void pollsWaitForThoseOfTheSameTask() {
        tape.poll(ClientHistoryBuilder.TASK, 429).retryAfter("2").poll(ClientHistoryBuilder.OTHER, 200);
        assertThat(tape.report().isClean()).isTrue();

        tape.wait("1s").poll(ClientHistoryBuilder.TASK, 200);
        assertThat(tape.numbers()).containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 2",
        "200, 2",
        "429, soon",
        "429, 'Fri, 20 Nov 2026 10:00:02 GMT'",
        "429, -1",
        "429, 99999999999999999999",
        "429, 0"
    })
    void whatIsNoWaitIsNotWaitedFor(int status, String retryAfter) {
        tape.create("1", status).retryAfter(retryAfter).create("2", 200);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void anAnswerThatWasCutOffAskedForNothing() {
        tape.create("{}", 429).retryAfter("2").cut().create("{}", 200);

        assertThat(tape.report().isClean()).isTrue();
    }
}
