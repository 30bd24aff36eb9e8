package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.callback.AttemptResult;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotTriedTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String LOST = "No response was lost, so the report says nothing about paying twice.";
    private static final String RETRY_AFTER =
            "No 429 or 503 with Retry-After was sent, so the report says nothing about waiting for Retry-After.";
    private static final String REJECTED =
            "No request was rejected, so the report says nothing about retries that are pointless.";
    private static final String POLLED = "No task was polled, so the report says nothing about polling.";
    private static final String FAILED = "No task failed, so the report says nothing about failed tasks.";
    private static final String CALLED = "No callback was sent, so the report says nothing about missed callbacks.";
    private static final String FETCHED = "No image was fetched, so the report says nothing about downloads.";

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void saysThatNothingWasSent() {
        assertThat(client.report().notTried()).containsExactly("No request was sent, so the report says nothing.");
    }

    @Test
    void namesEverythingThatACreateRequestAloneDoesNotTry() {
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK);

        assertThat(client.report().notTried())
                .containsExactly(LOST, RETRY_AFTER, REJECTED, POLLED, FAILED, CALLED, FETCHED);
    }

    @Test
    void doesNotNameWhatTheApiCannotDo() {
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK);

        assertThat(client.dialect(new KnownDialect(SECOND, false, true))
                        .report()
                        .notTried())
                .containsExactly(LOST, RETRY_AFTER, REJECTED, FAILED, CALLED, FETCHED);
        assertThat(client.dialect(new KnownDialect(SECOND, true, false))
                        .report()
                        .notTried())
                .containsExactly(LOST, RETRY_AFTER, REJECTED, POLLED, FAILED, FETCHED);
    }

    /** The API that responds at such a path may be another one than the client means. */
    @Test
    void ignoresApiOfUnknownPaths() {
        client.unknownPath("/v1/image");

        assertThat(client.report().notTried()).doesNotContain(POLLED, CALLED);
    }

    @Test
    void namesNothingThatWasTried() {
        client.create("1", 200).createdTask(ClientHistoryBuilder.TASK).truncated();
        client.create("2", 429).retryAfter("1").wait("1s").create("3", 400);
        client.poll(TaskStatus.FAILED).fetchImage(ClientHistoryBuilder.TASK);
        client.callback(CallbackState.WAITING, new AttemptResult.Responded(500));

        assertThat(client.report().notTried()).isEmpty();
    }

    @Test
    void tellsWhetherCallbacksWereSent() {
        client.create("1", 200).callback(CallbackState.DELIVERED, new AttemptResult.Responded(200));

        assertThat(client.report().notTried())
                .contains("No callback failed, so the report says nothing about missed callbacks.")
                .doesNotContain(CALLED);
    }
}
