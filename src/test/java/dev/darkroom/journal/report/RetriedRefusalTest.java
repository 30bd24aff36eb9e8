package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriedRefusalTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404})
    void whoRetriesARefusalIsTold(int status) {
        tape.create("{}", status).wait("1s").create("{}", status).wait("2s").create("{}", status);

        assertThat(tape.messages())
                .containsExactly("POST /v1/images/generations was sent again 2 times as it was after it had been"
                        + " refused with " + status + ", and was refused again.");
        assertThat(tape.numbers()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 503})
    void whatMayGoAwayByItselfMayBeRetried(int status) {
        tape.create("{}", status).wait("1s").create("{}", status);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whoMendsTheRequestIsClean() {
        tape.create("{}", 400).create("{\"model\":\"gpt-image-2\"}", 400);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void whoMendsWhatIsWrongElsewhereIsClean() {
        tape.create("{}", 402).wait("1s").create("{}", 200).wait("1s").create("{}", 402);
        tape.create("{}", 401);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aFailureInBetweenChangesNothing() {
        tape.create("{}", 400).create("{}", 500).create("{}", 400);

        assertThat(tape.numbers()).containsExactly(1L, 3L);
    }

    @Test
    void aTaskThatAFaultHidMayBeLookedForAgain() {
        tape.poll(ClientHistoryBuilder.TASK, 404).fault("amnesia").wait("1s").poll(ClientHistoryBuilder.TASK, 404);
        tape.fault("amnesia");

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aTaskThatIsNotThereMayNot() {
        tape.poll(ClientHistoryBuilder.TASK, 404).wait("1s").poll(ClientHistoryBuilder.TASK, 404);

        assertThat(tape.report().findings()).extracting(Finding::kind).containsExactly(FindingType.RETRIED_REFUSAL);
    }

    @Test
    void aRefusalThatWasAskedForCounts() {
        tape.create("{}", 404).fault("reject").create("{}", 404).fault("reject");

        assertThat(tape.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void whatWasSentBeforeTheRefusalArrivedDoesNotCount() {
        tape.create("{}", 400).taking("2s").wait("1s").create("{}", 400);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aRefusalThatDidNotArriveDoesNotCount() {
        tape.create("{}", 400).cut().wait("1s").create("{}", 400);

        assertThat(tape.report().isClean()).isTrue();
    }

    @Test
    void aLongAddressIsCut() {
        String path = "/v1/\u0000" + "x".repeat(5000);
        for (int i = 0; i < 2; i++) {
            tape.request(Optional.empty(), "GET", path, "", 404);
        }

        assertThat(tape.messages().get(0)).startsWith("GET /v1/?xxx").hasSizeLessThan(250);
    }
}
