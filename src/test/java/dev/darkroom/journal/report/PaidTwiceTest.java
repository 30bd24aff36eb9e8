package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaidTwiceTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 503})
    void reportsRetryOfAcceptedRequest(int status) {
        client.create("{}", status)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 200)
                .createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.messages())
                .containsExactly("POST /v1/images/generations was sent again once after its response had been lost,"
                        + " although it had created a task each time.");
        assertThat(client.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void treatsTruncatedResponseAsLost() {
        client.create("{}", 200)
                .createdTask(ClientHistoryBuilder.TASK)
                .truncated()
                .lasting("60s")
                .wait("1s");
        client.create("{}", 200).createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void countsEachLostResponseOnce() {
        client.create("{}", 500)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 500)
                .createdTask(ClientHistoryBuilder.OTHER_TASK);
        client.wait("1s").create("{}", 200).createdTask(UUID.randomUUID());
        client.wait("1s").create("{}", 200).createdTask(UUID.randomUUID());

        assertThat(client.messages()).singleElement().asString().contains("was sent again 2 times");
        assertThat(client.numbers()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void acceptsRetryOfRequestThatCreatedNoTask() {
        client.create("{}", 503).wait("1s").create("{}", 200).createdTask(ClientHistoryBuilder.TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsRetryThatReportsTheTaskOfTheFirstRequest() {
        client.create("{}", 500)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 200)
                .createdTask(ClientHistoryBuilder.TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsRetryDespiteRejectionInBetween() {
        client.create("{}", 500)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 429);
        client.wait("1s").create("{}", 200).createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.numbers()).containsExactly(1L, 3L);
    }

    @Test
    void differentBodyIsNotARetry() {
        client.create("1", 500)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("2", 200)
                .createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsRepetitionOfSuccessfulRequest() {
        client.create("{}", 200)
                .createdTask(ClientHistoryBuilder.TASK)
                .wait("1s")
                .create("{}", 200)
                .createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresRequestsSentBeforeTheFailure() {
        client.create("{}", 500)
                .createdTask(ClientHistoryBuilder.TASK)
                .lasting("1s")
                .wait("0.5s");
        client.create("{}", 200).createdTask(ClientHistoryBuilder.OTHER_TASK);

        assertThat(client.report().isClean()).isTrue();
    }
}
