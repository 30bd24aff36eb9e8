package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
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

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5, §7: status 402, a prepaid balance; nothing says what the quota is",
            rule = "a generation that costs more than the balance is a quota_exceeded error",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "quota_exceeded",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5: a string or null",
            rule = "param is null if the error is not about a parameter",
            negativeTest = "FieldsIT.namesMissingField",
            dialect = "getimg",
            of = "Error.error.param")
    @Documented(
            value = "providers/getimg.md §5 has no text",
            rule = "the error says that the balance is too low",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "providers/getimg.md §9: a price appears only in a response with status 200",
            rule = "a rejected generation is not charged",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "the vendor can top up the balance automatically (providers/getimg.md §7)",
            rule = "the balance is not topped up",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE)
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
        assertThat(client.balance()).isEqualByComparingTo("0.05");
        client.changeSandbox("{\"credits\":0.06}");
        client.generateFrom("p").then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("0");
    }

    @Test
    @Documented(
            value = "the vendor has no spend limits; Darkroom reports its own like an insufficient balance",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE,
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
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE,
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
        client.changeSandbox("{\"allowed_ips\":[\"127.0.0.1\"]}");
        client.generateFrom("p").then().statusCode(200);
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
            value = "providers/getimg.md §5: the table of errors",
            rule = "the six documented codes have their documented statuses",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            of = {
                "invalid_api_key",
                "parameter_missing",
                "invalid_parameter",
                "quota_exceeded",
                "content_policy_violation",
                "rate_limit"
            },
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "providers/getimg.md §5: further rows",
            rule = "permission_denied is 403, not_found 404, internal_error 500 and service_unavailable 503",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = {"permission_denied", "not_found", "internal_error", "service_unavailable"},
            witness = "getimg-python 0.4.0, Prism 5.16.0")
    @Documented(
            value = "triggers and rules of Darkroom",
            rule = "a trigger or rule produces each error without a charge",
            negativeTest = "TriggersIT.faultRuleMatchesModelAndPrompt",
            dialect = "getimg",
            certainty = Certainty.SCOPE)
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
    @Documented(
            value = "the order is not documented",
            rule = "checks the key, address, rate, body, model, spend limit and balance in this order",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
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
