package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors in the vendor's table, genuine and injected. */
@WireTest
class ErrorsIT {

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
            value = "providers/getimg.md §2, §5: the documented text",
            dialect = "getimg",
            of = {"invalid_api_key", "Error.error.doc_url"})
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
    @Documented(value = "providers/getimg.md §2", dialect = "getimg", of = "invalid_api_key")
    void rejectsMissingKey(String path) {
        Response refused = TestServer.given().get(path);

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted", "banned"})
    @Documented(value = "providers/getimg.md §2, revoked", dialect = "getimg", of = "invalid_api_key")
    void rejectsInactiveKey(String status) {
        client.changeSandbox("{\"key_status\":\"" + status + "\"}");
        Response refused = client.generateFrom("p");

        assertThat(refused.asString()).isEqualTo(INVALID_KEY);
        assertThat(refused.header("Darkroom-Warning")).startsWith("The ").endsWith("key is " + status + ".");
        assertThat(client.api().get("/v2/billing/balance").statusCode()).isEqualTo(401);
    }

    @Test
    @Documented(value = "providers/getimg.md §5", dialect = "getimg", of = "quota_exceeded")
    @Documented(value = "the text", dialect = "getimg", certainty = Certainty.INFERRED)
    void rejectsInsufficientBalanceWithoutCharge() {
        client.changeSandbox("{\"credits\":0.11}");

        assertRefused(
                client.generateWith("\"resolution\":\"2K\""),
                402,
                "quota_exceeded",
                null,
                "Your balance is too low for this request. Please top up.");
        client.generateFrom("p").then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("0.05");
        assertRefused(client.generateFrom("p"), 402, "quota_exceeded");
    }

    @Test
    @Documented(
            value = "the vendor has no spend limits; Darkroom reports its own like an insufficient balance",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "quota_exceeded")
    void reportsSpendLimitAsQuota() {
        client.changeSandbox("{\"spend_limits\":{\"hourly\":0.1}}");
        client.generateFrom("p").then().statusCode(200);

        assertRefused(
                client.generateFrom("p"),
                402,
                "quota_exceeded",
                null,
                "The hourly spend limit of 0.10 USD is reached.");
        client.advance("1h");
        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "the vendor has no address allow-list; Darkroom reports its own with this code",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "permission_denied")
    void rejectsAddressOutsideAllowList() {
        client.changeSandbox("{\"allowed_ips\":[\"192.0.2.1\"]}");

        assertRefused(
                client.generateFrom("p"),
                403,
                "permission_denied",
                null,
                "The API key may not be used from the address 127.0.0.1.");
        assertRefused(client.api().get("/v2/models"), 403, "permission_denied");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_api_key, 401, invalid_api_key",
        "parameter_missing, 400, parameter_missing",
        "invalid_parameter, 400, invalid_parameter",
        "quota_exceeded, 402, quota_exceeded",
        "content_policy_violation, 422, content_policy_violation",
        "rate_limit, 429, rate_limit",
        "permission_denied, 403, permission_denied",
        "not_found, 404, not_found",
        "internal_error, 500, internal_error",
        "service_unavailable, 503, service_unavailable",
        "invalid_request, 400, invalid_parameter",
        "insufficient_credits, 402, quota_exceeded",
        "ip_not_allowed, 403, permission_denied",
        "model_not_found, 400, invalid_parameter",
        "task_not_found, 404, not_found",
        "rate_limit_exceeded, 429, rate_limit",
        "spend_limit_exceeded, 402, quota_exceeded",
        "upstream_error, 503, service_unavailable"
    })
    @Documented(
            value = "providers/getimg.md §5",
            dialect = "getimg",
            of = {"content_policy_violation", "rate_limit", "quota_exceeded"})
    @Documented(
            value = "providers/getimg.md §5, further rows",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"permission_denied", "not_found", "internal_error", "service_unavailable"})
    void triggersAndRulesProduceEachError(String name, int status, String code) {
        Response rejected = client.generateFrom("[[reject: " + name + "]]");
        assertRefused(rejected, status, code);
        assertThat(rejected.header("Darkroom-Fault")).isEqualTo("reject: " + name + " in the prompt");
        assertThat(rejected.header("Retry-After")).isEqualTo(status == 429 ? "1" : null);

        assertRefused(client.generateFrom("[[fail: " + name + "]]"), status, code);

        client.setFaultRule("\"operation\":\"create\",\"dialect\":\"getimg\"", "\"error\":\"" + name + "\"");
        Response injected = client.generateFrom("p");
        assertRefused(injected, status, code);
        assertThat(injected.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    @Documented(value = "design §5, with the vendor's error codes", dialect = "getimg", certainty = Certainty.INFERRED)
    void reportsFirstFailedCheck() {
        client.changeSandbox("{\"key_status\":\"disabled\",\"allowed_ips\":[\"192.0.2.1\"],\"credits\":0,"
                + "\"rate_limit\":{\"requests\":1,\"window\":\"1h\"},\"spend_limits\":{\"total\":0}}");
        String unknownModel = "{\"model\":\"dall-e-3\",\"prompt\":\"p\"}";
        assertRefused(client.generate("{"), 401, "invalid_api_key");
        client.changeSandbox("{\"key_status\":\"active\"}");
        assertRefused(client.generate("{"), 403, "permission_denied");
        client.changeSandbox("{\"allowed_ips\":[]}");
        assertRefused(client.generate("{"), 400, "invalid_parameter");
        assertRefused(client.generate("{"), 429, "rate_limit");
        client.changeSandbox("{\"rate_limit\":null}");
        assertThat(client.generate(unknownModel).<String>path("error.param")).isEqualTo("model");
        assertThat(client.generateFrom("p").<String>path("error.message")).contains("spend limit");
        client.changeSandbox("{\"spend_limits\":null}");
        assertThat(client.generateFrom("p").<String>path("error.message")).contains("balance is too low");
    }
}
