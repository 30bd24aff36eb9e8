package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors with any status, headers and body, which no contract describes. */
@WireTest
class ErrorFaultIT {

    private static final String DATE = "Wed, 21 Oct 2026 07:28:00 GMT";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 299})
    void successHasOtherStatus(int status) {
        Response created = create("{\"status\":" + status + "}");

        assertThat(created.statusCode()).isEqualTo(status);
        assertThat(created.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(created.<String>path("data.taskId")).isNotEmpty();
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void statusOfSuccessDoesNotHideErrors() {
        client.changeSandbox("{\"credits\":0}");

        assertRefused(create("{\"status\":202}"), 402, "insufficient_credits");
    }

    @ParameterizedTest
    @CsvSource({"302, invalid_request", "418, invalid_request", "499, invalid_request", "520, internal_error"})
    void vendorsErrorHasAnyStatus(int status, String code) {
        Response refused = create("{\"status\":" + status + "}");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.<String>path("error.code")).isEqualTo(code);
        assertThat(refused.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void successContainsError() {
        Response created = create("{\"code\":\"upstream_error\",\"status\":200}");

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.<String>path("error.code")).isEqualTo("upstream_error");
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void statusWithoutBodyHasNone() {
        Response created = create("{\"status\":204}");

        assertThat(created.statusCode()).isEqualTo(204);
        assertThat(created.asByteArray()).isEmpty();
        assertThat(created.header("Content-Type")).isNull();
    }

    @Test
    void headersAreSetAndRemoved() {
        Response refused = create("{\"code\":\"rate_limit_exceeded\",\"headers\":{\"X-Number\":7,\"retry-after\":null,"
                + "\"Content-Type\":\"text/html\",\"Location\":\"/elsewhere\"}}");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("X-Number")).isEqualTo("7");
        assertThat(refused.header("Location")).isEqualTo("/elsewhere");
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(refused.contentType()).isEqualTo("text/html");
    }

    @Test
    void usualResponseHasMoreHeaders() {
        Response created = create("{\"headers\":{\"X-Request-Id\":\"7\",\"Content-Type\":null}}");

        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.header("X-Request-Id")).isEqualTo("7");
        assertThat(created.header("Content-Type")).isNull();
        assertThat(created.asString()).contains("taskId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"90s\" | 90",
                "90 | 90",
                "0 | 0",
                "\"" + DATE + "\" | " + DATE,
                "null |",
            })
    void retryAfterIsSecondsOrDateOrAbsent(String retryAfter, String header) {
        for (String error : new String[] {"\"code\":\"rate_limit_exceeded\"", "\"status\":429"}) {
            assertThat(create("{" + error + ",\"retry_after\":" + retryAfter + "}")
                            .header("Retry-After"))
                    .isEqualTo(header);
        }
    }

    @Test
    void retryAfterIsDateRelativeToResponse() {
        Instant before = Instant.now();
        Response refused = create("{\"code\":\"upstream_error\",\"retry_after\":\"1h\",\"retry_after_as\":\"date\"}");

        Instant date = ZonedDateTime.parse(refused.header("Retry-After"), RFC_1123_DATE_TIME)
                .toInstant();
        assertThat(date.minus(Duration.ofHours(1)))
                .isBetween(before, Instant.now().plusSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":200,\"body\":\"{\\\"a\\\":1}\"} | 200 | application/json | {\"a\":1}",
                "{\"status\":500,\"body\":\"Oops \\u00e4\"} | 500 | text/plain;charset=UTF-8 | Oops ä",
                "{\"code\":\"upstream_error\",\"body\":\"Oops\"} | 503 | text/plain;charset=UTF-8 | Oops",
            })
    void bodyIsReplaced(String error, int status, String type, String body) {
        Response response = create(error);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualToIgnoringCase(type);
        assertThat(response.asString()).isEqualTo(body);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void pollHasOtherStatus() {
        client.freeze();
        String task = client.createTask("\"prompt\":\"p\"");
        addRule("poll", "{\"status\":203}");

        Response poll = client.request().get("/v1/tasks/" + task);
        assertThat(poll.statusCode()).isEqualTo(203);
        assertThat(poll.<String>path("status")).isEqualTo("pending");
    }

    @Test
    void rulesAreShownAsTheyWereWritten() {
        String error = "{\"status\":429,\"headers\":{\"A\":null,\"B\":\"b\"}}";
        addRule("create", error);

        assertThat(client.control("GET", "/faults", "").<Object>get("rules[0].then.error"))
                .isEqualTo(JsonPath.from(error).get());
    }

    private Response create(String error) {
        addRule("create", error);
        return client.request()
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\"}}")
                .post("/v1/images/generations");
    }

    private void addRule(String operation, String error) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"" + operation + "\"},\"then\":{\"error\":"
                        + error + "}}]}");
    }
}
