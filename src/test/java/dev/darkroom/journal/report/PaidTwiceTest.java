package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaidTwiceTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 503})
    void whoSendsAgainWhatWasTakenIsTold(int status) {
        tape.create("{}", status).made(ClientHistoryBuilder.TASK).wait("1s").create("{}", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.messages())
                .containsExactly("POST /v1/images/generations was sent again once after its answer had been lost,"
                        + " though it had made a task each time.");
        assertThat(tape.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void anAnswerThatWasCutOffIsLostToo() {
        tape.create("{}", 200).made(ClientHistoryBuilder.TASK).cut().taking("60s").wait("1s");
        tape.create("{}", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void eachLostAnswerCountsOnce() {
        tape.create("{}", 500).made(ClientHistoryBuilder.TASK).wait("1s").create("{}", 500).made(ClientHistoryBuilder.OTHER);
        tape.wait("1s").create("{}", 200).made(UUID.randomUUID());
        tape.wait("1s").create("{}", 200).made(UUID.randomUUID());

        assertThat(tape.messages()).singleElement().asString().contains("was sent again 2 times");
        assertThat(tape.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatMadeNoTaskMayBeSentAgain() {
        tape.create("{}", 503).wait("1s").create("{}", 200).made(ClientHistoryBuilder.TASK);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aRefusalInBetweenDoesNotMakeItUndone() {
        tape.create("{}", 500).made(ClientHistoryBuilder.TASK).wait("1s").create("{}", 429);
        tape.wait("1s").create("{}", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.numbers()).containsExactly(1L, 3L);
    }

    @Test
    void anotherWishIsAnotherTask() {
        tape.create("1", 500).made(ClientHistoryBuilder.TASK).wait("1s").create("2", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void twoThatWereTakenWereBothWanted() {
        tape.create("{}", 200).made(ClientHistoryBuilder.TASK).wait("1s").create("{}", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whatWasSentBeforeTheFailureArrivedIsNoRetry() {
        tape.create("{}", 500).made(ClientHistoryBuilder.TASK).taking("1s").wait("0.5s");
        tape.create("{}", 200).made(ClientHistoryBuilder.OTHER);

        assertThat(tape.report().isClean()).isTrue();
    }
}
