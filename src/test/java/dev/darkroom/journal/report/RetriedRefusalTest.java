package dev.darkroom.journal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriedRefusalTest {

    private final ClientHistoryBuilder client = new ClientHistoryBuilder();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404})
    void reportsRetriesOfPermanentRejections(int status) {
        client.create("{}", status).wait("1s").create("{}", status).wait("2s").create("{}", status);

        assertThat(client.messages())
                .containsExactly("POST /v1/images/generations was sent again unchanged 2 times after it had been"
                        + " rejected with " + status + ", and was rejected again.");
        assertThat(client.numbers()).containsExactly(1L, 2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 503})
    void acceptsRetriesOfTemporaryErrors(int status) {
        client.create("{}", status).wait("1s").create("{}", status);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsRetriesOfErrorsThatTheVendorCallsFinal() {
        client.dialect(new KnownDialect(Duration.ofSeconds(1), true, true, Set.of("insufficient_quota")));
        client.create("{}", 429)
                .response("{\"error\":{\"code\":\"insufficient_quota\"}}")
                .wait("1s");
        client.create("{}", 429)
                .response("{\"error\":{\"code\":\"insufficient_quota\"}}")
                .wait("1s");
        client.create("{}", 429).response("{\"error\":{\"code\":\"rate_limit_exceeded\"}}");

        assertThat(client.messages())
                .containsExactly("POST /v1/images/generations was sent again unchanged once after it had been"
                        + " rejected with 429, and was rejected again.");
        assertThat(client.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void acceptsChangedRequest() {
        client.create("{}", 400).create("{\"model\":\"gpt-image-2\"}", 400);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void acceptsRepetitionAfterSuccessOrAnotherStatus() {
        client.create("{}", 402).wait("1s").create("{}", 200).wait("1s").create("{}", 402);
        client.create("{}", 401);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsRetryDespiteFailureInBetween() {
        client.create("{}", 400).create("{}", 500).create("{}", 400);

        assertThat(client.numbers()).containsExactly(1L, 3L);
    }

    @Test
    void acceptsRetryIfFaultHidTheTask() {
        client.poll(ClientHistoryBuilder.TASK, 404).fault("amnesia").wait("1s").poll(ClientHistoryBuilder.TASK, 404);
        client.fault("amnesia");

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void reportsRetryForMissingTask() {
        client.poll(ClientHistoryBuilder.TASK, 404).wait("1s").poll(ClientHistoryBuilder.TASK, 404);

        assertThat(client.report().findings()).extracting(Finding::type).containsExactly(FindingType.RETRIED_REFUSAL);
    }

    @Test
    void reportsRetryOfInjectedRejection() {
        client.create("{}", 404).fault("reject").create("{}", 404).fault("reject");

        assertThat(client.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void ignoresRequestsSentBeforeTheRejection() {
        client.create("{}", 400).lasting("2s").wait("1s").create("{}", 400);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void ignoresTruncatedRejection() {
        client.create("{}", 400).truncated().wait("1s").create("{}", 400);

        assertThat(client.report().isClean()).isTrue();
    }

    @Test
    void shortensLongPaths() {
        String path = "/v1/\u0000" + "x".repeat(5000);
        for (int i = 0; i < 2; i++) {
            client.request(Optional.empty(), "GET", path, "", 404);
        }

        assertThat(client.messages().get(0)).startsWith("GET /v1/?xxx").hasSizeLessThan(250);
    }
}
