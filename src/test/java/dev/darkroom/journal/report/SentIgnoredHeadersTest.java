package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentIgnoredHeadersTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsEachSetOfHeadersOnce() {
        client.create("1", 200).ignoredHeaders("`Prefer` is ignored");
        client.create("2", 200).ignoredHeaders("`Prefer` is ignored");
        client.create("3", 200).ignoredHeaders("`X-Dry-Run` is ignored");
        client.create("4", 200);

        assertThat(client.messages())
                .containsExactly(
                        "Headers that the API ignores were sent 2 times: `Prefer` is ignored",
                        "Headers that the API ignores were sent once: `X-Dry-Run` is ignored");
    }
}
