package dev.darkroom.wire.reapi;

import static dev.darkroom.wire.reapi.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rate limits, spend limits, and the order of all checks. */
@WireTest
class LimitIT {

    private final ReApiClient client = new ReApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "providers/reapi.md §7: 50001",
            dialect = "reapi",
            rule = "a request over the rate limit gets 429 and 50001, with Retry-After in seconds",
            of = "50001",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, requests 2.34.2, urllib3 2.8.0, ky 1.14.3, undici 7.30.2,"
                    + " got 14.6.6, axios-retry 4.5.0, curl 7.88.1")
    @Documented(
            value = "providers/reapi.md §8: no page gives a figure",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the limit is 60 submits per minute",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/reapi.md §7: the page gives no text",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the text of 50001 is: Too many requests",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/reapi.md §8: the limit is per user; a user of Darkroom's is a key",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "each key has a rate limit of its own",
            negativeTest = Documented.SAME)
    void limitsSubmitsTo60PerMinute() {
        for (int i = 0; i < 60; i++) {
            client.basic().then().statusCode(200);
        }
        client.advance("12500ms");

        Response refused = client.basic();

        assertRefused(refused, 429, 50001, "Too many requests");
        assertThat(refused.header("Retry-After")).isEqualTo("48");
        assertThat(refused.header("Darkroom-Fault")).isNull();
        assertThat(client.credits()).isEqualTo(5000 - 60 * 7);
        new ReApiClient().basic().then().statusCode(200);
        client.advance("48s");
        client.basic().then().statusCode(200);
    }

    @Test
    void limitsSubmitsAndPollsSeparately() {
        client.change("\"rate_limit\":null", "\"poll_rate_limit\":{\"requests\":1,\"window\":\"5s\"}");
        for (int i = 0; i < 61; i++) {
            client.basic().then().statusCode(200);
        }
        client.balance().then().statusCode(200);
        assertThat(client.balance().header("Retry-After")).isEqualTo("5");
    }

    @Test
    @Documented(
            value = "providers/reapi.md §9: no page describes spend limits",
            dialect = "reapi",
            certainty = Certainty.SCOPE,
            rule = "a key can have spend limits; a request over one gets 402 and 30002",
            of = "30002",
            negativeTest = Documented.SAME)
    void rejectsRequestOverSpendLimit() {
        client.change("\"spend_limits\":{\"hourly\":10}");
        client.basic().then().statusCode(200);

        assertRefused(client.basic(), 402, 30002, "Spend limit reached: 10 credits (hourly)");
        client.advance("1h");
        client.basic().then().statusCode(200);
    }

    @Test
    @Documented(
            value = "design §5; the model decides which fields exist",
            dialect = "reapi",
            certainty = Certainty.INFERRED,
            rule = "the order of the checks is key, address, rate limit, JSON, model, fields, spend limit, balance",
            negativeTest = "SettingsIT.appliesConfiguredCheckOrder",
            witness = "openai-python 3.22.1")
    void runsChecksInOrder() {
        client.change("\"rate_limit\":{\"requests\":1,\"window\":\"1h\"}");
        client.basic().then().statusCode(200);
        client.change(
                "\"key_status\":\"disabled\"",
                "\"allowed_ips\":[\"10.0.0.1\"]",
                "\"spend_limits\":{\"total\":0}",
                "\"credits\":0");
        assertRefused(client.submit("{"), 401, 10004);
        client.change("\"key_status\":\"active\"");
        assertRefused(client.submit("{"), 403, 10006);
        client.change("\"allowed_ips\":[]");
        assertRefused(client.submit("{"), 429, 50001);
        client.change("\"rate_limit\":null");
        assertRefused(client.submit("{"), 400, 20001);
        assertRefused(client.submit("{\"model\":\"x\"}"), 400, 20004);
        assertRefused(client.submit("{}"), 400, 20002);
        assertRefused(client.basic(), 402, 30002);
        client.change("\"spend_limits\":null");
        assertRefused(client.basic(), 402, 30001);
    }
}
