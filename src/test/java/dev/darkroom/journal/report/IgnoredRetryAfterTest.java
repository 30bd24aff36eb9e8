package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredRetryAfterTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void reportsRequestBeforeRetryAfter(int status) {
        client.create("1", status).retryAfter("2").wait("0.5s");
        client.create("2", status).retryAfter("2").wait("1.9s");
        client.create("3", 200);

        assertThat(client.messages())
                .containsExactly("POST /v1/images/generations was sent 2 times before Retry-After had passed, in the"
                        + " worst case after 0.5 s of 2 s.");
        assertThat(client.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void readsDates() {
        client.create("1", 429).retryAfter("Fri, 20 Nov 2026 10:00:02 GMT").wait("0.5s");
        client.create("2", 429).retryAfter("Fri, 20 Nov 2026 10:00:02 GMT").wait("1.5s");
        client.create("3", 200);

        assertThat(client.messages())
                .containsExactly("POST /v1/images/generations was sent once before Retry-After had passed, in the"
                        + " worst case after 0.5 s of 2 s.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "1.95s", "60s"})
    void acceptsRequestAfterRetryAfter(String pause) {
        client.create("{}", 429).retryAfter("2").wait(pause).create("{}", 200);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsWaitOnEitherClock() {
        client.create("{}", 429).retryAfter("2").advance("2s").create("{}", 429);
        client.retryAfter("2").waitOnFrozenClock("2s").create("{}", 200);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void checksOnlyTheNextRequest() {
        client.create("1", 429).retryAfter("2").wait("2s").create("1", 200).create("2", 200);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresRequestsSentBeforeTheResponse() {
        client.create("1", 429).retryAfter("2").lasting("0.1s").wait("0.05s");
        client.create("2", 200).wait("1.95s").create("1", 200);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresOtherOperations() {
        client.create("{}", 429).retryAfter("2").poll(PENDING);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void checksPollsPerTask() {
        client.poll(ClientHistoryBuilder.TASK, 429).retryAfter("2").poll(ClientHistoryBuilder.OTHER_TASK, 200);
        assertThat(client.report().isClean()).isTrue();

        client.wait("1s").poll(ClientHistoryBuilder.TASK, 200);
        assertThat(client.numbers()).containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 2",
        "200, 2",
        "429, soon",
        "429, 'Fri, 20 Nov 2026 09:59:59 GMT'",
        "429, -1",
        "429, 99999999999999999999",
        "429, 0"
    })
    void ignoresResponsesWithoutUsableRetryAfter(int status, String retryAfter) {
        client.create("1", status).retryAfter(retryAfter).create("2", 200);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTruncatedResponse() {
        client.create("{}", 429).retryAfter("2").truncated().create("{}", 200);

        assertThat(client.report().isClean()).isTrue();
    }
}
