package dev.darkroom.wire.control;

import static dev.darkroom.wire.server.TestServer.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control API shows no key and no password whole, wherever and however a client has sent it. */
@WireTest
class SecretsIT {

    private static final Pattern ESCAPE = Pattern.compile("(?:\\\\u00|%|&#x)([0-9A-Fa-f]{2});?");

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String otherKey = "rk_live_" + UUID.randomUUID();
    private final String inbox = "/inbox/" + UUID.randomUUID();
    private final List<String> reads = List.of(
            "",
            "/sandbox",
            "/ledger",
            "/clock",
            "/tasks?limit=1000",
            "/callbacks?limit=1000",
            "/faults",
            "/journal?limit=1000",
            "/report",
            "/report?format=junit",
            inbox);

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void masksKeysInCallbackUrl() {
        client.createTaskWithCallback(
                TestServer.url("/_darkroom" + inbox) + "?mine=" + client.key + "&other=" + percentEncoded(otherKey));
        client.advance("1m");

        assertThat(client.control("GET", "/callbacks", "").getString("callbacks[0].state"))
                .isEqualTo("delivered");
        assertThat(client.control("GET", "/callbacks", "").getString("callbacks[0].url"))
                .endsWith("?mine=" + masked(client.key) + "&other=" + masked(otherKey));
        assertHidden(client.key, otherKey);
    }

    /** A callback that a fault cuts off may end within a key. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void masksKeysInRequestOfCallback(boolean isGarbled) {
        if (isGarbled) {
            client.control(
                    "POST",
                    "/faults",
                    "{\"rules\":[{\"when\":{\"operation\":\"callback\"},\"then\":{\"garble\":true}}]}");
        }
        for (String padding = ""; padding.length() < 300; padding += "pad. ".repeat(4)) {
            String task = client.createTaskWithCallback("http://localhost:1/hook");
            client.control(
                    "POST",
                    "/tasks/" + task + "/fail",
                    "{\"message\":\"" + padding + otherKey + " " + client.key + " " + padding + "\"}");
        }
        client.advance("1m");

        assertThat(client.control("GET", "/callbacks", "").getString("callbacks[0].request.body"))
                .contains("rk_li…");
        assertHidden(client.key, otherKey, otherKey.substring(0, 12), client.key.substring(0, 12));
    }

    @Test
    void hidesSecretsOfWebhooks() {
        String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        client.changeSandbox("{\"webhooks\":[{\"url\":\"http://me:top%2Fsecret@localhost:1/?k=" + otherKey
                + "\",\"secret\":\"" + secret + "\"}]}");

        assertThat(client.control("GET", "/sandbox", "").getString("webhooks[0].url"))
                .isEqualTo("http://…@localhost:1/?k=" + masked(otherKey));
        assertHidden(secret, "me:top", otherKey);
    }

    @Test
    void hidesUserInformationOfCallbackUrl() {
        client.createTaskWithCallback("http://me:top%2Fsecret@localhost:1/hook");
        client.advance("1m");

        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].callback_url"))
                .isEqualTo("http://…@localhost:1/hook");
        assertHidden("me:top");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void masksKeysInPrompt(boolean isEscaped) {
        String mine = isEscaped ? jsonEscaped(client.key) : client.key;
        String other = isEscaped ? jsonEscaped(percentEncoded(otherKey)) : otherKey;
        String task = client.createTask("\"prompt\":\"a lamp " + mine + " and " + other + "\"");
        client.advance("1m");
        String image = client.task(task).getString("output.urls[0]");

        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].prompt"))
                .isEqualTo("a lamp " + masked(client.key) + " and " + masked(otherKey));
        assertThat(decoded(new String(given().get(image).asByteArray(), ISO_8859_1)))
                .contains("a lamp sk-")
                .doesNotContain(client.key, otherKey);
        assertHidden(client.key, otherKey);
    }

    @Test
    void masksKeysInUrlAndHeaders() {
        client.request()
                .header("User-Agent", "tool/1 " + otherKey)
                .header("Idempotency-Key", client.key)
                .header(otherKey, "x")
                .urlEncodingEnabled(false)
                .get("/v1/credits?mine=" + percentEncoded(client.key) + "&other=" + otherKey)
                .then()
                .statusCode(200);

        assertThat(client.control("GET", "/journal", "").getMap("exchanges[0].request.headers"))
                .containsEntry("User-Agent", "tool/1 " + masked(otherKey))
                .containsEntry("Idempotency-Key", masked(client.key))
                .containsEntry(masked(otherKey), "...");
        assertHidden(client.key, otherKey);
    }

    @Test
    void masksKeyAsModel() {
        client.request()
                .contentType("application/json")
                .body("{\"model\":\"" + otherKey + "\",\"input\":{\"prompt\":\"p\"}}")
                .post("/v1/images/generations");

        assertThat(client.control("GET", "/journal", "").getString("exchanges[0].request.body.model"))
                .isEqualTo(masked(otherKey));
        assertHidden(otherKey);
    }

    @Test
    void masksKeyAsUnknownField() {
        Response response = client.createFrom("\"prompt\":\"p\",\"" + otherKey + "\":1");

        assertThat(response.header("Darkroom-Warning"))
                .contains("rk_li", "is not a field of input")
                .doesNotContain(otherKey);
        // The finding shortens the name of the field.
        assertThat(client.control("GET", "/report", "").getString("findings[0].message"))
                .contains("rk_li…");
        assertHidden(otherKey);
    }

    @Test
    void masksKeyThatTheBodyLimitCutsInTwo() {
        String prompt = "x ".repeat(8000);
        for (int length = 16_384 - otherKey.length(); length < 16_384; length++) {
            String start = "{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + prompt;
            String body = start + " ".repeat(length - start.length()) + otherKey + " x\"}}";
            client.request().contentType("application/json").body(body).post("/v1/images/generations");
        }

        assertHidden(otherKey.substring(0, 9));
    }

    @Test
    void masksKeyInRuleAndInErrors() {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"" + otherKey + "\",\"when\":{\"operation\":\"file\"},"
                        + "\"then\":{\"missing\":true}}]}");

        assertThat(client.control("GET", "/faults", "").getString("rules[0].name"))
                .isEqualTo(masked(otherKey));
        assertThat(client.request().get("/_darkroom/tasks?" + otherKey + "=1").asString())
                .contains("'rk_li…", "is not a parameter here")
                .doesNotContain(otherKey);
        assertHidden(otherKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void verifiesMaskedTexts(String format) {
        client.createTask("\"prompt\":\"a lamp " + otherKey + "\"");

        Response verified = verify(format, "a lamp " + otherKey);
        Response missed = verify(format, "a lamp and " + otherKey);

        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat(missed.statusCode()).isEqualTo(406);
        assertThat(missed.asString()).contains(masked(otherKey)).doesNotContain(otherKey);
    }

    @Test
    void masksKeyInMetrics() throws IOException {
        RawRequest.send("GET /" + otherKey + "/{} HTTP/1.1");
        given().get("/" + otherKey).then().statusCode(404);

        assertThat(given().get("/q/metrics").asString())
                .contains("http_server_requests")
                .doesNotContain(otherKey);
    }

    @Test
    void vendorsResponsesAreNotMasked() {
        Response response = client.request()
                .contentType("application/json")
                .body("{\"model\":\"" + otherKey + "\",\"input\":{\"prompt\":\"p\"}}")
                .post("/v1/images/generations");

        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.asString()).doesNotContain("…");
    }

    private Response verify(String format, String prompt) {
        return client.request()
                .body("{\"match\":{\"operation\":\"create\",\"json\":{\"input.prompt\":\"" + prompt + "\"}}}")
                .post("/_darkroom/journal/verify?format=" + format);
    }

    /** Reads everything with the key and without. */
    private void assertHidden(String... secrets) {
        for (String read : reads) {
            for (RequestSpecification request : List.of(client.request(), given())) {
                assertThat(decoded(request.get("/_darkroom" + read).asString()))
                        .as(read)
                        .doesNotContain(secrets);
            }
        }
    }

    private static String masked(String key) {
        return key.substring(0, 5) + "…" + key.substring(key.length() - 2);
    }

    private static String jsonEscaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String percentEncoded(String text) {
        return text.chars().mapToObj("%%%02X"::formatted).collect(Collectors.joining());
    }

    private static String decoded(String text) {
        String decoded = text;
        for (int layer = 0; layer < 3; layer++) {
            decoded = ESCAPE.matcher(decoded).replaceAll(found -> {
                String character = Character.toString(Integer.parseInt(found.group(1), 16));
                return character.replace("\\", "\\\\").replace("$", "\\$");
            });
        }
        return decoded;
    }
}
