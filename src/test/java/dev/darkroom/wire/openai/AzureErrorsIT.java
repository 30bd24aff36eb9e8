package dev.darkroom.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of Azure, and those of OpenAI that it passes on. */
@WireTest
class AzureErrorsIT {

    private final AzureClient client = new AzureClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: DeploymentNotFound",
            rule = "a missing deployment is 404 DeploymentNotFound",
            negativeTest = "AzureIT.modelIsNameOfDeployment",
            dialect = "azure",
            certainty = Certainty.MEASURED,
            of = "DeploymentNotFound")
    void namesDeploymentThatIsMissing() {
        Response refused = client.generateFrom("[[reject: DeploymentNotFound]]");

        assertThat(refused.asString())
                .isEqualTo("{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"The API deployment for this"
                        + " resource does not exist. If you created the deployment within the last 5 minutes, please"
                        + " wait a moment and try again.\"}}");
        assertThat(refused.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "contentFilter, 400",
        "401, 401",
        "Forbidden, 403",
        "DeploymentNotFound, 404",
        "404, 404",
        "RateLimitReached, 429",
        "InternalServerError, 500",
        "ServiceUnavailable, 503"
    })
    @Documented(
            value = "providers/azure.md §5: the bodies of errors",
            rule = "an error of Azure itself has only a code and a message",
            negativeTest = "passesErrorsOfOpenAiOn",
            dialect = "azure",
            of = {"Error.error.code", "Error.error.message", "InternalServerError", "ServiceUnavailable"})
    void errorHasOnlyCodeAndMessage(String code, int status) {
        Response refused = client.generateFrom("[[reject: " + code + "]]");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.asString())
                .matches("\\{(\"created\":\\d{10},)?\"error\":\\{\"code\":\"" + code + "\",\"message\":\"[^\"]+\"}}");
        assertThat(refused.asString().contains("\"created\":")).isEqualTo(code.equals("contentFilter"));
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: 429",
            rule = "a reached rate limit is 429 with Retry-After in seconds and retry-after-ms",
            negativeTest = Documented.SAME,
            dialect = "azure",
            of = "RateLimitReached")
    void rateLimitSaysWhenToRetry() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"30s\"}}");
        client.generateFrom("p").then().statusCode(200);

        Response refused = client.generateFrom("p");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("error.code")).isEqualTo("RateLimitReached");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        assertThat(refused.header("retry-after-ms")).isEqualTo("30000");
        client.advance("30s");
        client.generateFrom("p").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "missing_required_parameter, 400, invalid_request_error",
        "invalid_type, 400, invalid_request_error",
        "invalid_value, 400, invalid_request_error",
        "unknown_parameter, 400, invalid_request_error",
        "empty_string, 400, invalid_request_error",
        "empty_array, 400, invalid_request_error",
        "string_above_max_length, 400, invalid_request_error",
        "array_above_max_length, 400, invalid_request_error",
        "integer_below_min_value, 400, invalid_request_error",
        "integer_above_max_value, 400, invalid_request_error",
        "invalid_input_fidelity_model, 400, image_generation_user_error",
        "invalid_image_file, 400, image_generation_user_error",
        "previous_response_not_found, 400, invalid_request_error",
        "billing_hard_limit_reached, 400, invalid_request_error",
        "account_deactivated, 401, invalid_request_error",
        "ip_not_authorized, 401, invalid_request_error",
        "unsupported_country_region_territory, 403, invalid_request_error",
        "not_found, 404, invalid_request_error",
        "method_not_supported, 405, invalid_request_error",
        "slow_down, 429, rate_limit_error",
        "insufficient_quota, 429, insufficient_quota",
        "credit_balance_exhausted, 429, insufficient_quota",
        "organization_spend_limit_exceeded, 429, insufficient_quota",
        "project_spend_limit_exceeded, 429, insufficient_quota",
        "organization_usage_limit_exceeded, 429, insufficient_quota",
        "server_error, 500, server_error",
        "server_is_overloaded, 503, service_unavailable_error"
    })
    @Documented(
            value = "providers/azure.md §5: OpenAI's own passed through",
            rule = "the other errors are those of OpenAI, with a type and a param",
            negativeTest = "errorHasOnlyCodeAndMessage",
            dialect = "azure",
            certainty = Certainty.INFERRED,
            of = {
                "Error.error.type",
                "Error.error.param",
                "missing_required_parameter",
                "invalid_type",
                "invalid_value",
                "unknown_parameter",
                "empty_string",
                "empty_array",
                "string_above_max_length",
                "array_above_max_length",
                "integer_below_min_value",
                "integer_above_max_value",
                "invalid_input_fidelity_model",
                "invalid_image_file",
                "previous_response_not_found",
                "billing_hard_limit_reached",
                "account_deactivated",
                "ip_not_authorized",
                "unsupported_country_region_territory",
                "not_found",
                "method_not_supported",
                "slow_down",
                "insufficient_quota",
                "credit_balance_exhausted",
                "organization_spend_limit_exceeded",
                "project_spend_limit_exceeded",
                "organization_usage_limit_exceeded",
                "server_error",
                "server_is_overloaded"
            })
    void passesErrorsOfOpenAiOn(String code, int status, String type) {
        Response refused = client.generateFrom("[[reject: " + code + "]]");

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.asString())
                .startsWith("{\"error\":{\"message\":\"")
                .endsWith("\",\"type\":\"" + type + "\",\"param\":null,\"code\":\"" + code + "\"}}");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5 has no row for it",
            rule = "an account without credits has the error of OpenAI for its quota",
            negativeTest = "AzureIT.respondsInVendorsOrder",
            dialect = "azure",
            certainty = Certainty.INFERRED,
            of = "insufficient_quota")
    void exhaustedBalanceIsQuota() {
        client.changeSandbox("{\"credits\":0}");

        Response refused = client.generateFrom("p");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.<String>path("error.code")).isEqualTo("insufficient_quota");
        assertThat(refused.header("retry-after-ms")).isNull();
    }

    @Test
    @Documented(
            value = "providers/azure.md §5 has no row for addresses",
            rule = "a request from an address that is not allowed is Forbidden",
            negativeTest = "AzureIT.respondsInVendorsOrder",
            dialect = "azure",
            certainty = Certainty.INFERRED)
    void addressThatIsNotAllowedIsForbidden() {
        client.changeSandbox("{\"allowed_ips\":[\"192.0.2.1\"]}");

        Response refused = client.generateFrom("p");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.<String>path("error.code")).isEqualTo("Forbidden");
    }

    @Test
    @Documented(
            value = "providers/azure.md §5: 500",
            rule = "a task that fails without a reason is InternalServerError",
            negativeTest = "AzureIT.respondsInVendorsOrder",
            dialect = "azure",
            certainty = Certainty.INFERRED,
            of = "InternalServerError")
    void failedTaskIsInternalServerError() {
        Response failed = client.generateFrom("[[fail]]");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.<String>path("error.code")).isEqualTo("InternalServerError");
    }

    @Test
    void unknownPathIsNotFound() {
        Response refused = client.server
                .request()
                .header("api-key", client.key)
                .contentType("application/json")
                .body("{}")
                .post("/azure/openai/v1/nope");

        assertThat(refused.asString()).isEqualTo("{\"error\":{\"code\":\"404\",\"message\":\"Resource not found\"}}");
        assertThat(refused.statusCode()).isEqualTo(404);
    }
}
