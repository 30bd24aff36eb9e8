package dev.darkroom.wire.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that are accepted, and the error for the others. */
@WireTest
class AuthenticationIT {

    private static final String INVALID_KEY =
            "{\"error\":{\"message\":\"Incorrect API key provided. You can manage your"
                    + " API keys at https://getimg.ai/app/developer/api-keys\",\"type\":\"invalid_request_error\","
                    + "\"param\":null,\"code\":\"invalid_api_key\","
                    + "\"doc_url\":\"https://docs.getimg.ai/guides/authentication\"}}";

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer sk-with-a-dash", "Bearer sk_", "Bearer key", "Bearer", "Basic c2tfYTpi", "sk_a"})
    @Documented(
            value = "providers/getimg.md §2, §5: Bearer sk_, and the text of the error",
            rule = "rejects a malformed key with the documented error",
            negativeTest = "requiresKeyToGenerate",
            dialect = "getimg",
            of = {"invalid_api_key", "Error.error.message", "Error.error.doc_url"})
    @Documented(
            value = "providers/getimg.md §6 states the headers for generations",
            rule = "a request without a valid key gets no rate limit headers",
            negativeTest = "LimitsIT.everyResponseHasRateLimitHeaders",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "the error has the same text for every key",
            rule = "a warning says why a key is rejected",
            negativeTest = "rejectsInactiveKey",
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void rejectsMalformedKey(String authorization) {
        Response refused = TestServer.given()
                .header("Authorization", authorization)
                .contentType("application/json")
                .body(GetImgClient.body("p"))
                .post("/v2/images/generations");

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.header("Darkroom-Warning")).isNotEmpty();
        assertThat(refused.header("X-RateLimit-Limit")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/models",
                "/v2/models/gpt-image-2",
                "/v2/billing/balance",
                "/v2/billing/costs?start=2026-05-01T00:00:00Z&end=2026-05-02T00:00:00Z"
            })
    @Documented(
            value = "providers/getimg.md §2: a missing key",
            rule = "models, balance and costs require a key",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "invalid_api_key",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "the vendor gives out its keys",
            rule = "any key that begins with sk_ is accepted, unless darkroom.keys is set",
            negativeTest = "rejectsMalformedKey",
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void rejectsMissingKey(String path) {
        Response refused = TestServer.given().get(path);

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.statusCode()).isEqualTo(401);
        client.api().get(path).then().statusCode(200);
    }

    @Test
    @Documented(
            value = "seeds/004: FAQ, a POST request with your API key",
            rule = "a generation requires a key",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "invalid_api_key",
            witness = "getimg-python 0.4.0")
    void requiresKeyToGenerate() {
        Response refused = TestServer.given()
                .contentType("application/json")
                .body(GetImgClient.body("p"))
                .post("/v2/images/generations");

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.statusCode()).isEqualTo(401);
        client.generateFrom("p").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted", "banned"})
    @Documented(
            value = "providers/getimg.md §2: a revoked key",
            rule = "rejects a revoked key",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = "invalid_api_key",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "the words of the control API",
            rule = "a key can be disabled, deleted or banned, and a warning says which",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void rejectsInactiveKey(String status) {
        client.changeSandbox("{\"key_status\":\"" + status + "\"}");
        Response refused = client.generateFrom("p");

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.header("Darkroom-Warning")).startsWith("The ").endsWith("key is " + status + ".");
        assertThat(client.api().get("/v2/billing/balance").statusCode()).isEqualTo(401);
        client.changeSandbox("{\"key_status\":\"active\"}");
        client.generateFrom("p").then().statusCode(200).header("Darkroom-Warning", (String) null);
    }
}
