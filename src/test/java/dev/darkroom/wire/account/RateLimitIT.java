package dev.darkroom.wire.account;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WireTest
class RateLimitIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "providers/aivideoapi.md §9, no page states a limit",
            certainty = Certainty.INFERRED,
            negativeTest = "rejectsRequestsOverLimitUntilRetryAfterHasPassed",
            witness = "openai-python 3.22.1")
    void hasNoLimitByDefault() {
        for (int i = 0; i < 100; i++) {
            client.create().then().statusCode(200);
        }
    }

    @Test
    @Documented(
            value = "seeds/001: Error Reference, rate_limit_exceeded",
            rule = "too many requests get 429 rate_limit_exceeded",
            negativeTest = Documented.SAME,
            of = "rate_limit_exceeded",
            witness = "openai-python 3.22.1")
    @Documented(
            value = "providers/aivideoapi.md §9, Retry-After",
            certainty = Certainty.INFERRED,
            rule = "Retry-After gives the whole seconds until a request is accepted",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, requests 2.34.2, urllib3 2.8.0, ky 1.14.3, undici 7.30.2,"
                    + " got 14.6.6, axios-retry 4.5.0, curl 7.88.1")
    @Documented(
            value = "providers/aivideoapi.md §9, Retry-After",
            certainty = Certainty.INFERRED,
            rule = "the message repeats the seconds of Retry-After",
            negativeTest = Documented.SAME)
    @Documented(
            value = "providers/aivideoapi.md §9, the window is unknown",
            certainty = Certainty.INFERRED,
            rule = "the window of the rate limit rolls",
            negativeTest = "allowsNoBurstAtWindowBoundary",
            witness = "openai-python 3.22.1")
    void rejectsRequestsOverLimitUntilRetryAfterHasPassed() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":2,\"window\":\"10s\"}}");
        client.create().then().statusCode(200);
        client.advance("3500ms");
        client.create().then().statusCode(200);

        Response response = client.create();

        assertRefused(
                response,
                429,
                "rate_limit_exceeded",
                "rate_limit_error",
                "Too many requests, please slow down. Try again in 7 seconds.");
        assertThat(response.header("Retry-After")).isEqualTo("7");
        assertThat(response.header("Darkroom-Fault")).isNull();
        assertThat(client.balance()).isEqualByComparingTo("9995.2");
        client.advance("7s");
        client.create().then().statusCode(200);
        assertThat(client.create().header("Retry-After")).isEqualTo("3");
    }

    @Test
    void allowsNoBurstAtWindowBoundary() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":3,\"window\":\"10s\"}}");
        client.advance("9s");
        int accepted = 0;
        for (int i = 0; i < 10; i++) {
            accepted += client.create().statusCode() == 200 ? 1 : 0;
            client.advance("200ms");
        }
        assertThat(accepted).isEqualTo(3);
    }

    @Test
    void countsPollsSeparately() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"},"
                + "\"poll_rate_limit\":{\"requests\":2,\"window\":\"5s\"}}");
        String task = client.createTask("\"prompt\":\"p\"");

        client.poll(task).then().statusCode(200);
        client.credits().then().statusCode(200);
        assertThat(client.poll(task).header("Retry-After")).isEqualTo("5");
        assertThat(client.credits().statusCode()).isEqualTo(429);
        assertThat(client.create().header("Retry-After")).isEqualTo("10");

        client.changeSandbox("{\"rate_limit\":null}");
        client.create().then().statusCode(200);
        assertThat(client.poll(task).statusCode()).isEqualTo(429);
    }

    @Test
    @Documented(
            value = "the rate is checked before the body, providers/aivideoapi.md §8",
            certainty = Certainty.INFERRED,
            rule = "an invalid request counts against the rate limit",
            negativeTest = "KeySettingsIT.doesNotCountInvalidBodiesWhenRateIsCheckedLater",
            witness = "openai-python 3.22.1")
    void countsInvalidRequests() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"}}");

        assertRefused(client.create("{}"), 400, "invalid_request");
        assertRefused(client.create(), 429, "rate_limit_exceeded");
    }

    @Test
    void keepsCountOnUnrelatedChange() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"10s\"}}");
        client.create().then().statusCode(200);

        client.changeSandbox("{\"credits\":5}");

        assertRefused(client.create(), 429, "rate_limit_exceeded");
    }

    @Test
    void admitsThrottledKeyAfterRetryAfter() {
        AiVideoApiClient throttled = AiVideoApiClient.withKeyPrefix("sk-darkroom-throttled");
        throttled.freeze();

        assertThat(throttled.create().header("Retry-After")).isEqualTo("2");
        throttled.advance("2s");
        throttled.create().then().statusCode(200);
        assertThat(throttled.create().header("Retry-After")).isEqualTo("2");
    }
}
