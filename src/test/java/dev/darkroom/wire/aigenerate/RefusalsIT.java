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

/** Requests that a key may not make, or cannot pay for. */
@WireTest
class RefusalsIT {

    private static final String NO_ACCESS = "You do not have access permissions";

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @ParameterizedTest
    @CsvSource({
        "'', The 'Authorization' header is missing.",
        "Basic sk-aig-a, The 'Authorization' header does not begin with 'Bearer '.",
        "Bearer sk-a, 'The key does not start with ''sk-aig-'', or has nothing after it.'",
        "Bearer sk-aig-, 'The key does not start with ''sk-aig-'', or has nothing after it.'"
    })
    @Documented(
            dialect = "aigenerate",
            rule = "without Bearer, or with a key that has another prefix, a request gets 401 and kie.ai's text",
            value = "providers/aigenerate.md §5: 401 and kie.ai's text",
            certainty = Certainty.INFERRED,
            of = "401",
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning")
    void rejectsMalformedKey(String header, String reason) {
        for (String path : new String[] {AiGenerateClient.CREDIT, AiGenerateClient.RECORD + "?taskId=a"}) {
            assertThat(withoutKey().header("Authorization", header).get(path).asString())
                    .startsWith("{\"code\":401,\"msg\":\"" + NO_ACCESS + ": " + reason);
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "create, poll and balance require a key",
            value = "providers/aigenerate.md §5: 401; the example in seeds/003 sends a key",
            certainty = Certainty.INFERRED,
            of = "401",
            negativeTest = "ExamplesIT.acceptsPageExampleWithoutWarning",
            witness = "openai-python 3.22.1")
    void rejectsMissingKey() {
        assertRefused(withoutKey().get(AiGenerateClient.CREDIT), 401);
        assertRefused(withoutKey().get(AiGenerateClient.RECORD + "?taskId=a"), 401);
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
            rule = "an address outside the key's allow-list is refused with 401 on every endpoint",
            value = "providers/aigenerate.md §9: kie.ai has such a list; the status is an assumption",
            certainty = Certainty.INFERRED,
            of = "401",
            negativeTest = Documented.SAME)
    void rejectsAddressOutsideAllowListOnEveryEndpoint() {
        String task = client.createTask();
        client.changeSandbox("{\"allowed_ips\":[\"203.0.113.7\"]}");

        for (Response refused : new Response[] {client.create(), client.poll(task), client.credit()}) {
            assertRefused(refused, 401, NO_ACCESS + ": Request IP 127.0.0.1 is not in the key's allow-list.");
        }
        client.changeSandbox("{\"allowed_ips\":[\"127.0.0.1\"]}");
        for (Response accepted : new Response[] {client.create(), client.poll(task), client.credit()}) {
            accepted.then().statusCode(200);
        }
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "a task that costs more than the balance is refused with 402, without a charge",
            value = "providers/aigenerate.md §5: 402",
            certainty = Certainty.INFERRED,
            of = "402",
            negativeTest = Documented.SAME)
    void rejectsInsufficientCreditsWithoutCharge() {
        client.changeSandbox("{\"credits\":3.99}");

        assertRefused(client.create(), 402, "insufficient credits");
        assertThat(client.balance()).isEqualByComparingTo("3.99");
        client.changeSandbox("{\"credits\":4}");
        client.create().then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("0");
        assertRefused(AiGenerateClient.withKeyPrefix("sk-aig-darkroom-broke").create(), 402, "insufficient credits");
    }

    @ParameterizedTest
    @CsvSource({"hourly, 1h, 200", "daily, 1d, 200", "total, 365d, 402"})
    @Documented(
            dialect = "aigenerate",
            rule = "a spend cap can be set",
            value = "seeds/003: FAQ, a spend cap in the dashboard settings",
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "the spend cap is per hour, per day or in total",
            value = "providers/aigenerate.md §9: the limits of kie.ai",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a task that would exceed the spend cap is refused with 402, without Retry-After",
            value = "no page says the status; 429 would invite a retry",
            certainty = Certainty.INFERRED,
            of = "402",
            negativeTest = Documented.SAME)
    void reportsSpendLimitAsInsufficientCredits(String window, String wait, int statusAfterWait) {
        client.changeSandbox("{\"spend_limits\":{\"" + window + "\":4}}");
        client.create().then().statusCode(200);

        Response refused = client.create();

        assertRefused(refused, 402);
        assertThat(refused.asString())
                .contains("insufficient credits: The key's spend cap (" + window + ") is 4 credits.");
        assertThat(refused.header("Retry-After")).isNull();
        client.advance(wait);
        client.create().then().statusCode(statusAfterWait);
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

    private static RequestSpecification withoutKey() {
        return given().filter(AiGenerateClient.CONTRACT);
    }
}
