package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.INVALID_REQUEST;
import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.server.TestServer.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are missing, wrong or not allowed. */
@WireTest
class KeysIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: no header",
            rule = "a request without a key is 401 with a null code and says that it has no key",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void rejectsRequestWithoutKey() {
        assertRefused(
                generate(given()),
                401,
                INVALID_REQUEST,
                null,
                null,
                "You didn't provide an API key. Send 'Authorization: Bearer sk-...'.");
        assertRefused(
                generate(given().header("Authorization", "Basic x")),
                401,
                INVALID_REQUEST,
                null,
                null,
                "The 'Authorization' header does not begin with 'Bearer '. Send 'Authorization: Bearer sk-...'.");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: wrong key",
            rule = "a wrong key is an invalid_api_key error that shows a part of the key",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            of = "invalid_api_key")
    void masksWrongKey() {
        Response refused = generate(given().header("Authorization", "Bearer nope-0123456789abcdef"));

        assertRefused(
                refused,
                401,
                INVALID_REQUEST,
                null,
                "invalid_api_key",
                "Incorrect API key provided: nope-***ef. You can find your API key at"
                        + " https://platform.openai.com/account/api-keys.");
        assertThat(refused.header("Darkroom-Warning")).contains("does not start with 'sk-'");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: IP not authorized",
            rule = "a key that is used from another address gets 401",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            of = "ip_not_authorized")
    void rejectsAddressOutsideAllowList() {
        client.changeSandbox("{\"allowed_ips\":[\"192.0.2.1\"]}");

        assertRefused(
                client.generateFrom("p"),
                401,
                INVALID_REQUEST,
                null,
                "ip_not_authorized",
                "Your IP address 127.0.0.1 is not authorized to use this API key.");
        assertRefused(client.request().get("/openai/v1/models"), 401, "ip_not_authorized");
    }

    @ParameterizedTest
    @CsvSource({
        "broke, 429, insufficient_quota",
        "disabled, 401, invalid_api_key",
        "deleted, 401, invalid_api_key",
        "banned, 401, account_deactivated",
        "blocked, 401, ip_not_authorized",
        "throttled, 429, rate_limit_exceeded",
        "capped-hourly, 429, project_spend_limit_exceeded",
        "capped-daily, 429, project_spend_limit_exceeded",
        "capped-total, 429, project_spend_limit_exceeded",
        "internal, 500, server_error"
    })
    @Documented(
            value = "a trigger in the key, as with the other vendors",
            rule = "a word in the key sets the state of the account",
            negativeTest = "GenerationIT.respondsInVendorsOrder",
            dialect = "openai",
            certainty = Certainty.SCOPE,
            of = "account_deactivated")
    void keyTriggerSetsInitialState(String trigger, int status, String code) {
        for (String prefix : new String[] {"sk-", "sk-proj-"}) {
            OpenAiClient triggered = new OpenAiClient(prefix + "darkroom-" + trigger + "-" + UUID.randomUUID());

            assertRefused(triggered.generateFrom("p"), status, code);
        }
    }

    private static Response generate(RequestSpecification request) {
        return request.contentType("application/json")
                .body(OpenAiClient.body("p"))
                .post(OpenAiClient.GENERATIONS);
    }
}
