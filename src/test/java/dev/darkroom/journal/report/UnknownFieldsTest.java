package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    private final ClientHistoryBuilder tape = new ClientHistoryBuilder();

    @Test
    void whatTheApiIgnoresIsToldOnceForAllRequestsThatHadIt() {
        tape.create("1", 200).unknown("`size` is not a field of input; did you mean `aspect_ratio`?");
        tape.create("2", 200).unknown("`n` is not a field of input", "`seed` is not a field of input");
        tape.create("3", 200).unknown("`size` is not a field of input; did you mean `aspect_ratio`?");

        assertThat(tape.messages())
                .containsExactly(
                        "What the API ignores was sent 2 times: `size` is not a field of input; did you mean"
                                + " `aspect_ratio`?",
                        "What the API ignores was sent once: `n` is not a field of input, `seed` is not a field of"
                                + " input");
    }

    @Test
    void whoSendsWhatIsOnThePageIsClean() {
        tape.create("1", 200).made(ClientHistoryBuilder.TASK);

        assertThat(tape.report().isClean()).isTrue();
    }
}
