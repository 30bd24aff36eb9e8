package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors in the vendor's table, genuine and injected. */
@WireTest
class ErrorsIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @ParameterizedTest
    @CsvSource({
        "slow_down, 429, rate_limit_error",
        "insufficient_quota, 429, insufficient_quota",
        "credit_balance_exhausted, 429, insufficient_quota",
        "organization_spend_limit_exceeded, 429, insufficient_quota",
        "project_spend_limit_exceeded, 429, insufficient_quota",
        "organization_usage_limit_exceeded, 429, insufficient_quota",
        "server_is_overloaded, 503, service_unavailable_error"
    })
    @Documented(
            value = "providers/openai.md §8.2: the rows of the guide",
            rule = "the newer errors for quotas and load have their documented statuses, types and codes",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            of = {
                "slow_down",
                "insufficient_quota",
                "credit_balance_exhausted",
                "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded",
                "organization_usage_limit_exceeded",
                "server_is_overloaded"
            })
    void documentedErrorHasStatusAndType(String code, int status, String type) {
        assertError(code, status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "billing_hard_limit_reached, 400, invalid_request_error",
        "account_deactivated, 401, invalid_request_error",
        "ip_not_authorized, 401, invalid_request_error",
        "unsupported_country_region_territory, 403, invalid_request_error",
        "not_found, 404, invalid_request_error",
        "method_not_supported, 405, invalid_request_error",
        "rate_limit_exceeded, 429, images",
        "server_error, 500, server_error",
        "invalid_api_key, 401, invalid_request_error",
        "invalid_image_file, 400, image_generation_user_error"
    })
    @Documented(
            value = "providers/openai.md §8.2: the rows without a body",
            rule = "the other errors have the status and the type of the closest documented error",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = {
                "billing_hard_limit_reached",
                "account_deactivated",
                "ip_not_authorized",
                "unsupported_country_region_territory",
                "not_found",
                "method_not_supported",
                "rate_limit_exceeded",
                "server_error",
                "invalid_api_key",
                "invalid_image_file"
            })
    void otherErrorHasStatusAndType(String code, int status, String type) {
        assertError(code, status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, 400, invalid_value",
        "insufficient_credits, 429, insufficient_quota",
        "spend_limit_exceeded, 429, project_spend_limit_exceeded",
        "ip_not_allowed, 401, ip_not_authorized",
        "model_not_found, 400, invalid_value",
        "task_not_found, 404, not_found",
        "internal_error, 500, server_error",
        "upstream_error, 503, server_is_overloaded"
    })
    void mapsCommonErrorNames(String name, int status, String code) {
        assertRefused(client.generateFrom("[[reject: " + name + "]]"), status, code);
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: unverified organization",
            rule =
                    "an organization that is not verified gets 403 without a code, with a text that names the model and the page",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.MEASURED)
    void rejectsUnverifiedOrganization() {
        assertRefused(
                client.generateFrom("[[reject: organization_not_verified]]"),
                403,
                INVALID_REQUEST,
                null,
                null,
                "Your organization must be verified to use the model `gpt-image-2`. Verify it at"
                        + " https://platform.openai.com/settings/organization/general.");
    }

    @ParameterizedTest
    @CsvSource({"[[nsfw]], output, sexual", "[[moderation: violence]], input, violence"})
    @Documented(
            value = "providers/openai.md §8.2: moderation",
            rule =
                    "a request that moderation blocks is an image_generation_user_error with the id of the request, the categories and the stage",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = {
                "moderation_blocked",
                "Error.error.message",
                "Error.error.type",
                "Error.error.param",
                "Error.error.code",
                "Error.error.moderation_details.*"
            })
    @Documented(
            value = "providers/openai.md §10: refused requests",
            rule = "a request that moderation blocks is not charged",
            negativeTest = "GenerationIT.respondsWhenImageIsReady",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void moderationBlocksRequest(String trigger, String stage, String category) {
        Response refused = client.generateFrom(trigger);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString())
                .isEqualTo(
                        "{\"error\":{\"message\":\"Your request was rejected by the safety system. If you believe this is"
                                + " an error, contact us at help.openai.com and include the request ID "
                                + refused.header("x-request-id") + ". safety_violations=[" + category
                                + "].\",\"type\":\"image_generation_user_error\",\"param\":null,\"code\":\"moderation_blocked\","
                                + "\"moderation_details\":{\"moderation_stage\":\"" + stage + "\",\"categories\":[\""
                                + category
                                + "\"]}}}");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: quota",
            rule = "a request that costs more than the balance is an insufficient_quota error",
            negativeTest = "GenerationIT.respondsWhenImageIsReady",
            dialect = "openai",
            certainty = Certainty.MEASURED,
            of = "insufficient_quota")
    void rejectsRequestWithoutQuota() {
        client.changeSandbox("{\"credits\":0}");
        Response refused = client.generateFrom("p");

        assertRefused(
                refused,
                429,
                "insufficient_quota",
                null,
                "insufficient_quota",
                "You exceeded your current quota, please check your plan and billing details.");
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(client.taskStatuses()).isEmpty();
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: quota, newer codes",
            rule = "a reached spend limit is that of the project",
            negativeTest = "GenerationIT.respondsWhenImageIsReady",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "project_spend_limit_exceeded")
    void rejectsRequestOverSpendLimit() {
        client.changeSandbox("{\"spend_limits\":{\"total\":0}}");

        assertRefused(
                client.generateFrom("p"),
                429,
                "insufficient_quota",
                null,
                "project_spend_limit_exceeded",
                "The spend limit of your project is reached.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §10: refused requests",
            rule = "a generation that fails is a server_error and is not charged",
            negativeTest = "GenerationIT.respondsWhenImageIsReady",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "server_error")
    void failedTaskIsServerErrorWithoutCharge() {
        assertRefused(
                client.generateFrom("[[fail]]"),
                500,
                "server_error",
                null,
                "server_error",
                "The server had an error while processing your request. You can retry your request.");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    private void assertError(String code, int status, String type) {
        Response refused = client.generateFrom("[[reject: " + code + "]]");

        assertRefused(refused, status, code);
        assertThat(refused.<String>path("error.type")).isEqualTo(type);
        assertThat(refused.<String>path("error.message")).isNotEmpty();
        assertThat(client.taskStatuses()).isEmpty();
    }
}
