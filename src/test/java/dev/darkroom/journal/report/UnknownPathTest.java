package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownPathTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsEachPathOnceWithItsWarning() {
        client.unknownPath("/v1/v1/tasks", "did you mean `/v1/tasks`?").unknownPath("/v1/v1/tasks?a=b");
        client.unknownPath("/v1/image");

        assertThat(client.report().of(FindingType.UNKNOWN_PATH))
                .extracting(Finding::message)
                .containsExactly(
                        "POST /v1/v1/tasks was sent 2 times, but some-dialect has no such path. did you mean `/v1/tasks`?",
                        "POST /v1/image was sent once, but some-dialect has no such path.");
    }

    @Test
    void ignoresMissingTaskAndOtherErrors() {
        client.poll(ClientHistoryBuilder.TASK, 404);
        client.request(Optional.empty(), "PUT", "/v1/tasks/1", "", 405);

        assertThat(client.report().isClean()).isTrue();
    }
}
