package dev.darkroom.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.access.redaction.Redaction;
import dev.darkroom.journal.ExchangeDetails;
import dev.darkroom.ledger.Credits;
import dev.darkroom.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExchangeLineTest {

    private static final ApiKey KEY = new ApiKey("sk-test-0123456789-test");
    private static final Redaction REDACTION = new Redaction(List.of("sk-")).with(Optional.of(KEY));
    private static final Optional<UUID> TASK = Optional.of(UUID.fromString("397ce9f2-c04e-4244-ac33-3af19a7cc297"));
    private static final Optional<Credits> PRICE = Optional.of(Credits.of("2.4"));

    @Test
    void showsANewTaskItsPriceAndTheWarnings() {
        List<String> warnings = List.of("`size` is not a field of input; did you mean `aspect_ratio`?");

        assertThat(create(details(Optional.empty(), Optional.empty(), warnings)))
                .isEqualTo("POST /v1/images/generations → 200 aivideoapi sk-te…st task 397c… −2.4 credits"
                        + "  ! size is not a field of input; did you mean aspect_ratio?");
    }

    @Test
    void namesTheFaultsAndTheRefundOfATaskThatFailed() {
        assertThat(create(details(Optional.of(TaskStatus.FAILED), Optional.of("flaky"), List.of())))
                .endsWith(" task 397c… failed −2.4 +2.4 credits fault flaky");
    }

    @Test
    void showsAPollWithItsDuration() {
        ExchangeDetails details = details(Optional.of(TaskStatus.PROCESSING), Optional.empty(), List.of());
        ExchangeLine line = new ExchangeLine(
                "GET",
                "/v1/tasks/1",
                200,
                true,
                "aivideoapi",
                Optional.of(KEY),
                details,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(12)));

        assertThat(line.text(REDACTION))
                .isEqualTo("GET /v1/tasks/1 → 200 aivideoapi sk-te…st task 397c… processing 12 ms");
    }

    @Test
    void saysWhyARequestWasRejected() {
        ExchangeLine line = new ExchangeLine(
                "POST",
                "/v1/images/generations",
                404,
                true,
                "aivideoapi",
                Optional.empty(),
                ExchangeDetails.NONE,
                Optional.of("Model 'x' does not exist or is inactive."),
                Optional.empty(),
                Optional.empty());

        assertThat(line.text(REDACTION))
                .isEqualTo("POST /v1/images/generations → 404 aivideoapi  ! Model 'x' does not exist or is inactive.");
    }

    @Test
    void showsResponsesThatWereNotSentWhole() {
        assertThat(line("/v1/credits", 0, false)).isEqualTo("GET /v1/credits → no response aivideoapi");
        assertThat(line("/v1/credits", 200, false)).isEqualTo("GET /v1/credits → 200 (cut off) aivideoapi");
    }

    @Test
    void masksSecretsAndEscapesWhateverCouldBreakTheLine() {
        assertThat(line("/a?key=" + KEY.value() + "\n2026 INFO forged\u001b[31m\u202e", 200, true))
                .isEqualTo("GET /a?key=sk-te…st\\n2026 INFO forged\\u001b[31m\\u202e → 200 aivideoapi");
    }

    @Test
    void boundsTheLine() {
        String text = line("/" + "a".repeat(10_000), 404, true);
        assertThat(text).hasSizeLessThan(150).endsWith("aaa → 404 aivideoapi");

        assertThat(create(details(Optional.empty(), Optional.empty(), List.of("w".repeat(10_000)))))
                .hasSize(300)
                .endsWith("w…");
    }

    private static String create(ExchangeDetails details) {
        return new ExchangeLine(
                        "POST",
                        "/v1/images/generations",
                        200,
                        true,
                        "aivideoapi",
                        Optional.of(KEY),
                        details,
                        Optional.empty(),
                        PRICE,
                        Optional.empty())
                .text(REDACTION);
    }

    private static String line(String uri, int status, boolean isComplete) {
        return new ExchangeLine(
                        "GET",
                        uri,
                        status,
                        isComplete,
                        "aivideoapi",
                        Optional.empty(),
                        ExchangeDetails.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .text(REDACTION);
    }

    private static ExchangeDetails details(Optional<TaskStatus> status, Optional<String> fault, List<String> warnings) {
        return new ExchangeDetails(TASK, status, fault, warnings, List.of(), List.of(), false);
    }
}
