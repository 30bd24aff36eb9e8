package dev.darkroom.wire.aivideoapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.Tries;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every malformed request gets the vendor's error envelope, and never a 5xx. */
@WireTest
class HostileInputIT {

    private static final String VALID =
            "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\",\"aspect_ratio\":\"1:1\"},\"callback_url\":null}";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"text\"",
                "{",
                "{}}",
                "{\"model\"",
                "{'model':1}",
                "{\"model\":\"gpt-image-2\",}",
                "{\"model\":\"\\ud800\"}",
                "{\"model\":\"\\u0000\"}",
                "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"\\udfff\"}}",
                "{\"model\":1e999999999}",
                "<html></html>"
            })
    @Documented(
            value = "seeds/001: Error Codes, the API returns a JSON error response",
            rule = "an error is JSON with a code, a message and a type",
            negativeTest = "ExamplesIT.acceptsEveryExampleWithoutWarning",
            of = "Error.*",
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "seeds/001: Error Reference, invalid_request",
            certainty = Certainty.INFERRED,
            rule = "a body that is not a JSON object gets 400",
            negativeTest = "acceptsAllJsonContentTypes",
            of = "invalid_request",
            witness = "openai-python 3.22.1")
    void rejectsMalformedBody(String body) {
        assertEnvelope(client.create(body), 400);
    }

    @Test
    void rejectsNumberWithTooManyDigits() {
        assertEnvelope(client.create("{\"model\":" + "9".repeat(5000) + "}"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1.5e-2147483647", "0e-2147483648"})
    void rejectsNumberWithHugeExponent(String number) {
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"p\",\"zz\":" + number + "}}";

        assertEnvelope(client.create(body), 400);
        client.request()
                .body("{\"credits\":" + number + "}")
                .put("/_darkroom/sandbox")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", ",203.0.113.7", ":", "[", "a b"})
    void ignoresMalformedForwardedHeaders(String value) {
        client.api()
                .header("X-Forwarded-For", value)
                .header("X-Forwarded-Host", value)
                .header("X-Forwarded-Port", value)
                .header("X-Forwarded-Proto", value)
                .get("/v1/credits")
                .then()
                .statusCode(200);
    }

    @Test
    void rejectsDeepNesting() {
        assertEnvelope(client.create("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 400);
    }

    @Test
    void rejectsInvalidUtf8() {
        byte[] body = VALID.getBytes(StandardCharsets.ISO_8859_1);
        body[40] = (byte) 0xFF;
        assertEnvelope(client.api().contentType("application/json").body(body).post("/v1/images/generations"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "garbage", "application/json5", "*/*"})
    @Documented(
            value = "the curl examples send application/json",
            certainty = Certainty.INFERRED,
            rule = "a body that is not JSON by its Content-Type gets 400",
            negativeTest = "acceptsAllJsonContentTypes",
            of = "invalid_request")
    void rejectsOtherContentTypes(String contentType) {
        assertEnvelope(
                client.api().header("Content-Type", contentType).body(VALID).post("/v1/images/generations"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.api+json"})
    void acceptsAllJsonContentTypes(String contentType) {
        client.api()
                .header("Content-Type", contentType)
                .body(VALID)
                .post("/v1/images/generations")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {(1 << 20) + 1, 5_000_000})
    void rejectsOversizedBody(int length) {
        String body = "{\"model\":\"" + "x".repeat(length) + "\"}";
        assertEnvelope(client.create(body), 413);
    }

    @Test
    void rejectsOversizedChunkedBody() {
        byte[] body = new byte[3_000_000];
        assertEnvelope(
                client.api()
                        .contentType("application/json")
                        .body(new ByteArrayInputStream(body))
                        .post("/v1/images/generations"),
                413);
    }

    @Test
    void acceptsChunkedBodyWithinLimit() {
        String body = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + "p".repeat(19_000) + "\"}}";
        client.api()
                .contentType("application/json")
                .body(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .post("/v1/images/generations")
                .then()
                .statusCode(200);
    }

    @Test
    void acceptsOrRejectsRandomlyChangedBodies() {
        Random random = new Random(7);
        for (int i = 0; i < Tries.of(300); i++) {
            byte[] body = VALID.getBytes(StandardCharsets.UTF_8);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Response response =
                    client.api().contentType("application/json").body(body).post("/v1/images/generations");
            assertThat(response.statusCode())
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isIn(200, 400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/",
                "/v1",
                "/v1/tasks",
                "/v1/tasks/a/b",
                "/aivideoapi",
                "/aivideoapi/v2/x",
                "/v1/videos/generations",
                "/images/x.png",
                "/v1/tasks/;a=b"
            })
    void reportsUnknownPathInVendorEnvelope(String path) {
        assertEnvelope(client.request().get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/credits", "/v1/images/generations", "/v1/tasks/x"})
    void rejectsUnsupportedMethod(String path) {
        assertEnvelope(client.request().delete(path), 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-a-uuid",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-000000000000",
                "%00",
                "..%2f..",
                "'%20OR%201=1"
            })
    @Documented(
            value = "seeds/001: Error Reference, task_not_found: Task ID does not exist",
            rule = "a task id that does not exist gets 404 task_not_found",
            negativeTest = "ExamplesIT.completedTaskMatchesPage",
            of = "task_not_found",
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "such an id does not exist; the page has no other code for it",
            certainty = Certainty.INFERRED,
            rule = "a task id that is not a UUID is unknown, not invalid",
            negativeTest = "ExamplesIT.completedTaskMatchesPage",
            of = "task_not_found",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "the table's description",
            certainty = Certainty.INFERRED,
            rule = "the message is the table's description",
            negativeTest = Documented.SAME)
    void reportsInvalidTaskIdAsNotFound(String id) {
        Response response = client.request().urlEncodingEnabled(false).get("/v1/tasks/" + id);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString())
                .isEqualTo("{\"error\":{\"code\":\"task_not_found\",\"message\":\"Task ID does not exist.\","
                        + "\"type\":\"invalid_request_error\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/v1/tasks/%", "/v1/credits?a=%g0"})
    void rejectsUrlThatCannotBeDecoded(String path) throws IOException {
        assertThat(RawRequest.send("GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"error\":{\"code\":\"invalid_request\",\"message\":\"The request cannot be read.\","
                        + "\"type\":\"invalid_request_error\"}}");
    }

    @Test
    void rejectsTwoAuthorizationHeaders() throws IOException {
        assertThat(RawRequest.send(
                        "GET /v1/credits HTTP/1.1", "Authorization: Bearer sk-a", "Authorization: Bearer sk-b"))
                .startsWith("HTTP/1.1 401 ")
                .contains("There are several 'Authorization' headers.");
    }

    private static void assertEnvelope(Response response, int status) {
        assertThat(response.asString())
                .matches("(?s)\\{\"error\":\\{\"code\":\"[a-z_]+\",\"message\":\".{10,300}\",\"type\":\"[a-z_]+\"}}")
                .doesNotContain("Exception", "jackson", "quarkus", "<");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/json");
    }
}
