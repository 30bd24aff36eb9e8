package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.COMPLETED;
import static dev.darkroom.task.TaskStatus.PENDING;
import static dev.darkroom.task.TaskStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolledTooFastTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void reportsPollsBelowTheInterval() {
        client.poll(PENDING).wait("0.5s").poll(PROCESSING).wait("0.12s").poll(PROCESSING);
        client.wait("1s").poll(COMPLETED);

        assertThat(client.messages())
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " was polled 2 times less than 1 s after the previous poll, in the worst case after 0.12 s.");
        assertThat(client.numbers()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "0.9s", "30s"})
    void acceptsPausesDownToATenthBelowTheInterval(String pause) {
        client.poll(PENDING).wait(pause).poll(PROCESSING).wait(pause).poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsPausesMoreThanATenthBelowTheInterval() {
        client.poll(PENDING).wait("0.899s").poll(COMPLETED);

        assertThat(client.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void acceptsRealWaitOnFrozenClock() {
        client.poll(PENDING).waitOnFrozenClock("1s").poll(PENDING);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsAdvanceOfTheClock() {
        client.poll(PENDING).advance("1s").poll(PROCESSING);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void checksTasksSeparately() {
        client.poll(PENDING).poll(ClientHistoryBuilder.OTHER_TASK, 200).createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void acceptsShorterRetryAfter(int status) {
        client.interval("5s");
        client.poll(PENDING).wait("5s").poll(ClientHistoryBuilder.TASK, status).retryAfter("1");
        client.wait("1s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    /** {@link IgnoredRetryAfterTest} covers retries that come too early. */
    @Test
    void acceptsImmediatePollAfterAFailure() {
        client.poll(PENDING).wait("1s").poll(ClientHistoryBuilder.TASK, 500);
        client.wait("0.5s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsImmediatePollAfterATruncatedResponse() {
        client.poll(PENDING).truncated().poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresFinishedTasks() {
        client.poll(COMPLETED).wait("0.1s").poll(COMPLETED);

        assertThat(client.report().findings())
                .extracting(Finding::type)
                .containsExactly(FindingType.POLLED_FINISHED_TASK);
    }

    @Test
    void ignoresDialectsWithoutAnInterval() {
        client.interval("0s").poll(PENDING).poll(PENDING);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void sortsPollsByArrival() {
        client.wait("1s")
                .poll(PROCESSING)
                .advance("-1s")
                .waitOnFrozenClock("-1s")
                .poll(PENDING);
        client.wait("2s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }
}
