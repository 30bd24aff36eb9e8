package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.task.TaskStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnfetchedImageTest {

    private static final String URLS = "{\"output\":{\"urls\":[\"http://localhost:8080/images/1.png\"]}}";

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsImageWhoseUrlAPollReported() {
        client.poll(TaskStatus.COMPLETED).response(URLS);

        assertThat(client.report().of(FindingType.UNFETCHED_IMAGE))
                .extracting(Finding::message)
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " completed and its image was never fetched, although the client knew the URL.");
        assertThat(client.numbers()).containsExactly(1L);
    }

    @Test
    void reportsImageWhoseUrlACallbackDelivered() {
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK);
        client.endTask(TaskStatus.COMPLETED, false, Optional.of(CallbackState.DELIVERED));

        assertThat(client.report().of(FindingType.UNFETCHED_IMAGE)).hasSize(1);
    }

    @Test
    void ignoresFetchedImage() {
        client.poll(TaskStatus.COMPLETED).response(URLS).fetchImage(ClientHistoryBuilder.TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresResponseWithoutUrl() {
        client.poll(TaskStatus.COMPLETED).response("{\"b64_json\":\"aGk=\"}");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTaskThatHasNotCompleted() {
        client.poll(TaskStatus.PROCESSING).response(URLS).wait("1s");
        client.poll(TaskStatus.FAILED).response(URLS);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresResponseWithAFault() {
        client.poll(TaskStatus.COMPLETED).fault("no_output").response(URLS);

        assertThat(client.report().isClean()).isTrue();
    }
}
