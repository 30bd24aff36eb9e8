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
            certainty = Certainty.INFERRED)
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
            certainty = Certainty.INFERRED)
    void checksBodyThenModelThenSpendLimitThenBalance() {
        change(CAPPED, BROKE);
        assertRefused(client.create(UNKNOWN_MODEL_WITHOUT_INPUT), 400, "invalid_request");
        assertRefused(client.create(UNKNOWN_MODEL), 404, "model_not_found");
        assertRefused(client.create(), 429, "spend_limit_exceeded");
        change("\"spend_limits\":null");
        assertRefused(client.create(), 402, "insufficient_credits");
    }

    @Test
    @Documented(value = "the order of the fields on the vendor's page", certainty = Certainty.INFERRED)
    void checksFieldsInDocumentedOrder() {
        String template = "{\"model\":%s,\"input\":{\"prompt\":%s,\"aspect_ratio\":%s},\"callback_url\":%s}";
        client.create(template.formatted("1", "1", "\"x\"", "\"x\""))
                .then()
                .body("error.message", startsWith("'model'"));
        client.create(template.formatted("\"gpt-image-2\"", "1", "\"x\"", "\"x\""))
                .then()
                .body("error.message", startsWith("'prompt'"));
        client.create(template.formatted("\"gpt-image-2\"", "\"p\"", "\"x\"", "\"x\""))
                .then()
                .body("error.message", startsWith("'aspect_ratio'"));
        client.create(template.formatted("\"gpt-image-2\"", "\"p\"", "\"1:1\"", "\"x\""))
                .then()
                .body("error.message", startsWith("'callback_url'"));
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
