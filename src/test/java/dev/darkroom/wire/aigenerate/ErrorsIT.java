package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error code in the vendor's table, and what causes it. */
@WireTest
class ErrorsIT {

    private static final String NO_ACCESS = "You do not have access permissions";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, invalid request",
        "401, 401, You do not have access permissions",
        "402, 402, insufficient credits",
        "404, 404, task not found",
        "422, 422, validation error",
        "455, 455, service in maintenance",
        "500, 500, server error",
        "501, 501, generation failed",
        "505, 505, feature disabled",
        "invalid_request, 400, invalid request",
        "invalid_api_key, 401, You do not have access permissions",
        "insufficient_credits, 402, insufficient credits",
        "ip_not_allowed, 401, You do not have access permissions",
        "model_not_found, 422, validation error",
        "task_not_found, 404, task not found",
        "spend_limit_exceeded, 402, insufficient credits",
        "internal_error, 500, server error",
        "upstream_error, 501, generation failed"
    })
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: the codes and their texts; each HTTP status equals the code",
            certainty = Certainty.INFERRED,
            of = {"400", "401", "402", "404", "422", "455", "500", "501", "505", "Error.*"})
    void triggerProducesEachErrorCode(String name, int code, String msg) {
        Response rejected = client.createFrom("\"prompt\":\"[[reject: " + name + "]]\"");

        assertRefused(rejected, code, msg);
        assertThat(rejected.header("Darkroom-Fault")).isEqualTo("reject: " + name + " in the prompt");
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "rate_limit_exceeded"})
    void rateLimitTriggerSetsRetryAfter(String name) {
        Response rejected = client.createFrom("\"prompt\":\"[[reject: " + name + "]]\"");

        assertThat(rejected.statusCode()).isEqualTo(429);
        assertThat(rejected.header("Retry-After")).isEqualTo("1");
        assertThat(rejected.asString())
                .isEqualTo("{\"code\":429,\"msg\":\"rate limit exceeded\","
                        + "\"data\":{\"retryAfter\":1,\"limit\":20,\"windowSeconds\":10}}");
    }

    @ParameterizedTest
    @CsvSource({
        "501, 501, generation failed",
        "400, 400, invalid request",
        "500, 500, server error",
        "upstream_error, 501, generation failed",
        "internal_error, 500, server error"
    })
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3: failCode is a string",
            certainty = Certainty.INFERRED,
            of = {"FailedTask.failCode", "FailedTask.failMsg"})
    void taskFailsWithEachCode(String name, String code, String msg) {
        String task = client.createTask("\"prompt\":\"[[fail: " + name + "]]\"");
        client.advance("2s");

        assertThat(client.task(task).getString("failCode")).isEqualTo(code);
        assertThat(client.task(task).<Object>get("failCode")).isInstanceOf(String.class);
        assertThat(client.task(task).getString("failMsg")).isEqualTo(msg);
        assertThat(client.balance()).isEqualByComparingTo("1428.57");
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §2: nsfw_checker, default true",
            certainty = Certainty.INFERRED,
            of = "TwoInput.nsfw_checker")
    void disabledCheckerRejectsNothing() {
        String rejected =
                AiGenerateClient.taskId(client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"[[nsfw]]\""));
        String accepted = AiGenerateClient.taskId(
                client.createFrom(AiGenerateClient.GPT_IMAGE_2, "\"prompt\":\"[[nsfw]]\",\"nsfw_checker\":false"));
        String alwaysChecked = client.createTask("\"prompt\":\"[[nsfw]]\"");
        client.advance("2s");

        assertThat(client.task(rejected).getString("failCode")).isEqualTo("400");
        assertThat(client.task(alwaysChecked).getString("failCode")).isEqualTo("400");
        assertThat(client.state(accepted)).isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource({
        "'', The 'Authorization' header is missing.",
        "Basic sk-aig-a, The 'Authorization' header does not begin with 'Bearer '.",
        "Bearer sk-a, 'The key does not start with ''sk-aig-'', or has nothing after it.'",
        "Bearer sk-aig-, 'The key does not start with ''sk-aig-'', or has nothing after it.'"
    })
    @Documented(dialect = "aigenerate", value = "seeds/003: Authorization: Bearer sk-aig-...", of = "401")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: 401 and kie's text",
            certainty = Certainty.INFERRED,
            of = "401")
    void rejectsMalformedKey(String header, String reason) {
        for (String path : new String[] {AiGenerateClient.CREDIT, AiGenerateClient.RECORD + "?taskId=a"}) {
            assertThat(withoutKey().header("Authorization", header).get(path).asString())
                    .startsWith("{\"code\":401,\"msg\":\"" + NO_ACCESS + ": " + reason);
        }
    }

    @Test
    void rejectsMissingKey() {
        assertRefused(withoutKey().get(AiGenerateClient.CREDIT), 401);
        assertRefused(withoutKey().contentType("application/json").body("{").post(AiGenerateClient.CREATE), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "deleted", "banned"})
    void rejectsInactiveKeyOnEveryEndpoint(String status) {
        String task = client.createTask();
        client.changeSandbox("{\"key_status\":\"" + status + "\"}");

        for (Response refused : new Response[] {client.create(), client.poll(task), client.credit()}) {
            assertRefused(refused, 401);
            assertThat(refused.asString()).contains(NO_ACCESS, status);
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §9: an address allow-list; the status 401 is Darkroom's choice",
            certainty = Certainty.INFERRED,
            of = "401")
    void rejectsAddressOutsideAllowListOnEveryEndpoint() {
        String task = client.createTask();
        client.changeSandbox("{\"allowed_ips\":[\"203.0.113.7\"]}");

        for (Response refused : new Response[] {client.create(), client.poll(task), client.credit()}) {
            assertRefused(refused, 401, NO_ACCESS + ": Request IP 127.0.0.1 is not in the key's allow-list.");
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §5: 402",
            certainty = Certainty.INFERRED,
            of = "402")
    void rejectsInsufficientCreditsWithoutCharge() {
        client.changeSandbox("{\"credits\":3.99}");

        assertRefused(client.create(), 402, "insufficient credits");
        assertThat(client.balance()).isEqualByComparingTo("3.99");
        assertRefused(AiGenerateClient.withKeyPrefix("sk-aig-darkroom-broke").create(), 402, "insufficient credits");
    }

    @ParameterizedTest
    @CsvSource({"hourly", "daily", "total"})
    @Documented(dialect = "aigenerate", value = "seeds/003: FAQ, a spend cap can be set", of = "402")
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §9: hourly, daily and total limits; the status 402 is Darkroom's choice",
            certainty = Certainty.INFERRED,
            of = "402")
    void reportsSpendLimitAsInsufficientCredits(String window) {
        client.changeSandbox("{\"spend_limits\":{\"" + window + "\":5}}");
        client.create().then().statusCode(200);

        Response refused = client.create();

        assertRefused(refused, 402);
        assertThat(refused.asString())
                .contains("insufficient credits: The key's spend cap (" + window + ") is 5 credits.");
        assertThat(refused.header("Retry-After")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0c0d9a52-7d2b-4c58-9a51-3f5b7d1e88aa", "%00", "task_gptimage_1780000000123"})
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3 and §5: 404, task not found",
            certainty = Certainty.INFERRED,
            of = "404")
    void reportsUnknownTaskAsNotFound(String id) {
        Response refused = client.api().urlEncodingEnabled(false).get(AiGenerateClient.RECORD + "?taskId=" + id);

        assertRefused(refused, 404, "task not found");
        assertRefused(new AiGenerateClient().poll(client.createTask()), 404, "task not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?taskId=", "?task_id=a"})
    @Documented(
            dialect = "aigenerate",
            value = "providers/aigenerate.md §3: 400 or 422 without a taskId",
            certainty = Certainty.INFERRED,
            of = "422")
    void pollRequiresTaskId(String query) {
        assertRefused(
                client.api().get(AiGenerateClient.RECORD + query), 422, "validation error: 'taskId' is required.");
    }

    @ParameterizedTest
    @CsvSource({
        "broke, 402",
        "disabled, 401",
        "deleted, 401",
        "banned, 401",
        "blocked, 401",
        "throttled, 429",
        "capped-hourly, 402",
        "capped-daily, 402",
        "capped-total, 402",
        "internal, 500"
    })
    void keyTriggerSetsInitialState(String trigger, int code) {
        assertRefused(
                AiGenerateClient.withKeyPrefix("sk-aig-darkroom-" + trigger).create(), code);
    }

    @Test
    void faultRulesAcceptVendorCodes() {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"when\":{\"dialect\":\"aigenerate\",\"operation\":\"poll\"},\"then\":{\"error\":\"505\"}},"
                        + "{\"when\":{\"operation\":\"credits\"},\"then\":{\"outage\":\"1m\"}}]}");
        String task = client.createTask();

        assertRefused(client.poll(task), 505, "feature disabled");
        assertRefused(client.credit(), 455, "service in maintenance");
        client.advance("1m");
        assertThat(client.credit().statusCode()).isEqualTo(200);
    }

    private static RequestSpecification withoutKey() {
        return given().filter(AiGenerateClient.CONTRACT);
    }
}
