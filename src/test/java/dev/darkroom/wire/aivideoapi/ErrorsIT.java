package dev.darkroom.wire.aivideoapi;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the vendor's table of errors. */
@WireTest
class ErrorsIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400 | invalid_request      | invalid_request_error | Missing or invalid parameters.",
                "401 | invalid_api_key      | authentication_error  | API key is invalid, disabled, or deleted.",
                "402 | insufficient_credits | billing_error         | Your credit balance is too low. Please top up.",
                "403 | ip_not_allowed       | permission_error      | Request IP is not in the key's allowlist.",
                "404 | model_not_found      | invalid_request_error | Model does not exist or is inactive.",
                "404 | task_not_found       | invalid_request_error | Task ID does not exist.",
                "429 | rate_limit_exceeded  | rate_limit_error      | Too many requests, please slow down.",
                "429 | spend_limit_exceeded | billing_error         | Key spend limit reached (hourly/daily/total).",
                "500 | internal_error       | api_error             | Unexpected server error.",
                "503 | upstream_error       | upstream_error        | Upstream AI provider returned an error."
            })
    @Documented(
            value = "seeds/001: Error Reference",
            rule = "the ten error codes have the statuses and types of the table",
            negativeTest = "TriggersIT.ignoresUnknownTriggerWithWarning",
            of = {"Error.error.code", "Error.error.type", "internal_error", "upstream_error"},
            witness = "openai-python 3.22.1, Prism 5.16.0")
    @Documented(
            value = "the table's descriptions; of the ten texts, the page has that of insufficient_credits",
            certainty = Certainty.INFERRED,
            rule = "the message of an injected error is the table's description, if the page has no text",
            negativeTest = Documented.SAME,
            of = "Error.error.message")
    @Documented(
            value = "design §7, the header Darkroom-Fault",
            certainty = Certainty.SCOPE,
            rule = "an injected error says so in a header",
            negativeTest = "RateLimitIT.rejectsRequestsOverLimitUntilRetryAfterHasPassed")
    void errorsMatchTable(int status, String code, String type, String message) {
        Response refused = new AiVideoApiClient().createFrom("\"prompt\":\"[[reject: " + code + "]]\"");

        assertRefused(refused, status, code, type, message);
        assertThat(refused.header("Darkroom-Fault")).isEqualTo("reject: " + code + " in the prompt");
    }
}
