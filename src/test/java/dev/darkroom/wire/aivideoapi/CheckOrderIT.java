package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.hamcrest.Matchers.startsWith;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import org.junit.jupiter.api.Test;

/** Requests with several errors at once. The response reports the first one in the order of the checks. */
@WireTest
class CheckOrderIT {

    private static final String UNKNOWN_MODEL_WITHOUT_INPUT = "{\"model\":\"dall-e-3\"}";
    private static final String UNKNOWN_MODEL = "{\"model\":\"dall-e-3\",\"input\":{\"prompt\":\"p\"}}";
    private static final String MALFORMED_JSON = "{";

    private static final String DISABLED = "\"key_status\":\"disabled\"";
    private static final String BLOCKED = "\"allowed_ips\":[\"10.0.0.1\"]";
    private static final String THROTTLED = "\"rate_limit\":{\"requests\":1,\"window\":\"1h\"}";
    private static final String CAPPED = "\"spend_limits\":{\"total\":0}";
    private static final String BROKE = "\"credits\":0";

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    @Documented(
            value = "design §5; providers/aivideoapi.md §8 has another likely order",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void checksKeyThenAddressThenRateThenBody() {
        change(THROTTLED);
        client.create().then().statusCode(200);
        change(DISABLED, BLOCKED, CAPPED, BROKE);
        assertRefused(client.create(MALFORMED_JSON), 401, "invalid_api_key");
        change("\"key_status\":\"active\"");
        assertRefused(client.create(MALFORMED_JSON), 403, "ip_not_allowed");
        change("\"allowed_ips\":[]");
        assertRefused(client.create(MALFORMED_JSON), 429, "rate_limit_exceeded");
        change("\"rate_limit\":null");
        assertRefused(client.create(MALFORMED_JSON), 400, "invalid_request");
    }

    @Test
    @Documented(
            value = "design §5; providers/aivideoapi.md §8 has another likely order",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void checksBodyThenModelThenSpendLimitThenBalance() {
        change(CAPPED, BROKE);
        assertRefused(client.create(UNKNOWN_MODEL_WITHOUT_INPUT), 400, "invalid_request");
        assertRefused(client.create(UNKNOWN_MODEL), 404, "model_not_found");
        assertRefused(client.create(), 429, "spend_limit_exceeded");
        change("\"spend_limits\":null");
        assertRefused(client.create(), 402, "insufficient_credits");
    }

    @Test
    @Documented(
            value = "the order of the fields in seeds/001",
            certainty = Certainty.INFERRED,
            rule = "the fields are checked in the order of the page, callback_url last",
            negativeTest = Documented.SAME)
    void checksFieldsInDocumentedOrder() {
        String body = "{\"model\":1,\"input\":{\"prompt\":2,\"image_urls\":3,\"aspect_ratio\":4,\"resolution\":5,"
                + "\"nsfw_checker\":6},\"callback_url\":7}";
        String[][] corrections = {
            {"model", "1", "\"gpt-image-2\""},
            {"prompt", "2", "\"p\""},
            {"image_urls", "3", "[]"},
            {"aspect_ratio", "4", "\"auto\""},
            {"resolution", "5", "\"1k\""},
            {"nsfw_checker", "6", "true"},
            {"callback_url", "7", "null"}
        };
        for (String[] correction : corrections) {
            String field = correction[0];
            client.create(body).then().statusCode(400).body("error.message", startsWith("'" + field + "'"));
            body = body.replace("\"" + field + "\":" + correction[1], "\"" + field + "\":" + correction[2]);
        }
        client.create(body).then().statusCode(200);
    }

    @Test
    void injectsFaultAfterRateLimitAndBeforeBody() {
        AiVideoApiClient internal = AiVideoApiClient.withKeyPrefix("sk-darkroom-internal");
        assertRefused(internal.create(MALFORMED_JSON), 500, "internal_error");
        internal.changeSandbox("{" + BLOCKED + "}");
        assertRefused(internal.create(MALFORMED_JSON), 403, "ip_not_allowed");
    }

    @Test
    void rejectsByPromptAfterModelAndBeforeBalance() {
        change(BROKE);
        assertRefused(client.createFrom("\"prompt\":\"[[reject: upstream_error]]\""), 503, "upstream_error");
        assertRefused(
                client.create("{\"model\":\"dall-e-3\",\"input\":{\"prompt\":\"[[reject: upstream_error]]\"}}"),
                404,
                "model_not_found");
    }

    private void change(String... fields) {
        client.changeSandbox("{" + String.join(",", fields) + "}");
    }
}
