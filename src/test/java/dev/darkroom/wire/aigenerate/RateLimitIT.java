package dev.darkroom.wire.aigenerate;

import static dev.darkroom.wire.aigenerate.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WireTest
class RateLimitIT {

    private final AiGenerateClient client = new AiGenerateClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "20 requests are admitted in 10 seconds, the twenty-first is refused",
            value = "seeds/003: FAQ, rate-limited to 20 requests per 10 seconds per API key",
            of = "429",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1, ai-sprite-image-generator 1.0.7")
    @Documented(
            dialect = "aigenerate",
            rule = "a request over the limit is refused with HTTP 429, and is not queued",
            value = "providers/aigenerate.md §1: HTTP 429, not queued",
            of = "429",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "aigenerate",
            rule = "the window slides: a request counts for 10 seconds",
            value = "no page says how the window moves",
            certainty = Certainty.INFERRED,
            negativeTest = "admitsAfterRetryAfterAndNeverLimitsPolls",
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "aigenerate",
            rule = "the error has retryAfter, limit and windowSeconds in its data",
            value = "providers/aigenerate.md §5: a related service",
            certainty = Certainty.INFERRED,
            of = {"Error.data.retryAfter", "Error.data.limit", "Error.data.windowSeconds"},
            negativeTest = "ErrorsIT.triggerProducesEachErrorCode")
    void rejectsTwentyFirstCreateInTenSeconds() {
        for (int i = 0; i < 20; i++) {
            client.createTask();
            client.advance("100ms");
        }

        Response refused = client.create();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("8");
        assertThat(refused.asString())
                .isEqualTo("{\"code\":429,\"msg\":\"rate limit exceeded\","
                        + "\"data\":{\"retryAfter\":8,\"limit\":20,\"windowSeconds\":10}}");
        assertThat(client.balance()).isEqualByComparingTo("1348.57");
        client.advance("1h");
        assertThat(client.control("GET", "/tasks?limit=100", "").getList("tasks"))
                .hasSize(20);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "polls and balance queries are not limited",
            value = "providers/aigenerate.md §6: from \"new generation requests\"",
            certainty = Certainty.INFERRED,
            negativeTest = "rejectsTwentyFirstCreateInTenSeconds",
            witness = "openai-python 3.22.1")
    @Documented(
            dialect = "aigenerate",
            rule = "Retry-After has the seconds after which a request is admitted",
            value = "providers/aigenerate.md §6: a proposal",
            certainty = Certainty.INFERRED,
            negativeTest = Documented.SAME,
            witness = "ai-sprite-image-generator 1.0.7, ky 1.14.3, undici 7.30.2, got 14.6.6,"
                    + " axios-retry 4.5.0, curl 7.88.1")
    void admitsAfterRetryAfterAndNeverLimitsPolls() {
        String task = client.createTask();
        for (int i = 1; i < 20; i++) {
            client.create().then().statusCode(200);
        }
        for (int i = 0; i < 60; i++) {
            client.poll(task).then().statusCode(200);
            client.credit().then().statusCode(200);
        }

        assertThat(client.create().header("Retry-After")).isEqualTo("10");
        client.advance("9s");
        assertRefused(client.create(), 429);
        client.advance("1s");
        client.create().then().statusCode(200);
    }

    @Test
    @Documented(
            dialect = "aigenerate",
            rule = "each key has its own limit",
            value = "seeds/003: FAQ, rate-limited to 20 requests per 10 seconds per API key",
            of = "429",
            negativeTest = Documented.SAME,
            witness = "openai-python 3.22.1")
    void limitsEachKeySeparately() {
        for (int i = 0; i < 20; i++) {
            client.create().then().statusCode(200);
        }
        assertRefused(client.create(), 429);

        new AiGenerateClient().create().then().statusCode(200);
    }

    @Test
    void controlApiChangesRateLimit() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"1500ms\"}}");
        client.create().then().statusCode(200);

        assertThat(client.create().asString())
                .endsWith("\"data\":{\"retryAfter\":2,\"limit\":1,\"windowSeconds\":1.5}}");
        client.changeSandbox("{\"rate_limit\":null}");
        for (int i = 0; i < 25; i++) {
            client.create().then().statusCode(200);
        }
    }

    @Test
    void controlApiCanLimitPolls() {
        client.changeSandbox("{\"poll_rate_limit\":{\"requests\":1,\"window\":\"5s\"}}");
        String task = client.createTask();
        client.poll(task).then().statusCode(200);

        assertThat(client.poll(task).asString())
                .endsWith("\"data\":{\"retryAfter\":5,\"limit\":1,\"windowSeconds\":5}}");
        assertRefused(client.credit(), 429);
    }

    @Test
    void admitsThrottledKeyAfterRetryAfter() {
        AiGenerateClient throttled = AiGenerateClient.withKeyPrefix("sk-aig-darkroom-throttled");
        throttled.freeze();

        assertThat(throttled.create().header("Retry-After")).isEqualTo("2");
        throttled.advance("2s");
        throttled.create().then().statusCode(200);
    }
}
