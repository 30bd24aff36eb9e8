package dev.darkroom.journal.report;

import static dev.darkroom.task.TaskStatus.COMPLETED;
import static dev.darkroom.task.TaskStatus.FAILED;
import static dev.darkroom.task.TaskStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolledFinishedTaskTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @Test
    void acceptsPollsUntilTheEnd() {
        client.poll(PROCESSING).wait("1s").poll(PROCESSING).wait("1s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsPollsAfterTheEnd() {
        client.poll(PROCESSING).wait("1s").poll(COMPLETED).wait("5s").poll(COMPLETED);
        client.wait("5s").poll(COMPLETED);

        assertThat(client.messages())
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " was polled again 2 times after a poll had reported that it had completed.");
        assertThat(client.numbers()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void reportsPollsOfFailedTask() {
        client.poll(FAILED).wait("5s").poll(FAILED);

        assertThat(client.messages())
                .containsExactly("Task " + ClientHistoryBuilder.TASK
                        + " was polled again once after a poll had reported that it had failed.");
    }

    @Test
    void acceptsPollAfterATruncatedResponse() {
        client.poll(COMPLETED).truncated().wait("1s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void usesTheReportedStatusEvenIfAFaultChangedIt() {
        client.poll(PROCESSING).fault("flicker").wait("1s").poll(COMPLETED);
        assertThat(client.report().isClean()).isTrue();

        client.fault("flicker").wait("1s").poll(PROCESSING);
        assertThat(client.numbers()).containsExactly(2L, 3L);
    }

    @Test
    void ignoresPollsSentBeforeTheResponse() {
        client.poll(COMPLETED).lasting("2s").wait("1.5s").poll(COMPLETED);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void distinguishesTasksThatTheQueryNames() {
        client.pollByQuery(ClientHistoryBuilder.TASK, COMPLETED).wait("1s");
        client.pollByQuery(ClientHistoryBuilder.OTHER_TASK, PROCESSING).wait("1s");
        assertThat(client.report().isClean()).isTrue();

        client.pollByQuery(ClientHistoryBuilder.TASK, COMPLETED);
        assertThat(client.numbers()).containsExactly(1L, 3L);
    }

    @Test
    void countsRejectedPolls() {
        client.poll(COMPLETED).wait("5s").poll(ClientHistoryBuilder.TASK, 429);

        assertThat(client.numbers()).containsExactly(1L, 2L);
    }
}
