package dev.darkroom.wire.openai;

import static dev.darkroom.wire.openai.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limit of images per minute. */
@WireTest
class LimitsIT {

    private final OpenAiClient client = new OpenAiClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.instant();
    }

    @Test
    @Documented(
            value = "providers/openai.md §9: images per minute",
            rule = "an image counts, not a request: n images need n units of the limit",
            negativeTest = "limitHasHeaders",
            dialect = "openai")
    @Documented(
            value = "providers/openai.md §8.2: the text by pattern",
            rule = "the error for too many images names the limit and the seconds to wait",
            negativeTest = "limitHasHeaders",
            dialect = "openai",
            certainty = Certainty.INFERRED,
            of = "rate_limit_exceeded")
    @Documented(
            value = "providers/openai.md §9: the client libraries read both",
            rule = "the error for too many images has Retry-After and retry-after-ms",
            negativeTest = "quotaErrorHasNoRetryAfter",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void everyImageCounts() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":5,\"window\":\"1m\"}}");
        Response three = client.generateWith("\"n\":3");
        Response refused = client.generateWith("\"n\":3");

        assertThat(three.statusCode()).isEqualTo(200);
        assertThat(three.header("x-ratelimit-remaining-requests")).isEqualTo("2");
        assertRefused(
                refused,
                429,
                "images",
                null,
                "rate_limit_exceeded",
                "Rate limit reached on images per min: Limit 5. Please try again in 60s.");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.header("retry-after-ms")).isEqualTo("60000");
        Response two = client.generateWith("\"n\":2");
        assertThat(two.statusCode()).isEqualTo(200);
        assertThat(two.header("x-ratelimit-remaining-requests")).isEqualTo("0");
        client.advance("60s");
        client.generateWith("\"n\":5").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/openai.md §9: the limit, the rest and the reset",
            rule = "a response has the limit, the rest and the time until the reset as a duration",
            negativeTest = "everyImageCounts",
            dialect = "openai")
    void limitHasHeaders() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":7,\"window\":\"1m\"}}");
        Response response = client.generateWith("\"n\":2");

        assertThat(response.header("x-ratelimit-limit-requests")).isEqualTo("7");
        assertThat(response.header("x-ratelimit-remaining-requests")).isEqualTo("5");
        assertThat(response.header("x-ratelimit-reset-requests")).isEqualTo("1m0s");
    }

    @Test
    void withoutLimitHeadersShowLargestPublishedOne() {
        Response response = client.generateWith("\"n\":2");

        assertThat(response.header("x-ratelimit-limit-requests")).isEqualTo("250");
        assertThat(response.header("x-ratelimit-remaining-requests")).isEqualTo("250");
        assertThat(response.header("x-ratelimit-reset-requests")).isEqualTo("0ms");
    }

    @Test
    @Documented(
            value = "providers/openai.md §8.2: the guide says not to retry",
            rule = "an error for a quota has no Retry-After",
            negativeTest = "injectedRateLimitHasRetryAfter",
            dialect = "openai",
            certainty = Certainty.INFERRED)
    void quotaErrorHasNoRetryAfter() {
        Response refused = client.generateFrom("[[reject: insufficient_quota]]");

        assertThat(refused.header("Retry-After")).isNull();
        assertThat(refused.header("retry-after-ms")).isNull();
    }

    @Test
    void streamOccupiesSlotUntilItsTaskEnds() throws IOException {
        client.frozen().changeSandbox("{\"concurrency\":1,\"progression\":\"timed\"}");
        try (EventStream stream = client.streamWith("")) {
            assertThat(stream.status()).isEqualTo(200);
            assertRefused(client.generateFrom("p"), 503, "server_is_overloaded");
            client.advance("1m");

            assertThat(stream.next().type()).isEqualTo("image_generation.completed");
            client.generateFrom("[[progression: instant]]").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rate_limit_exceeded", "slow_down"})
    void injectedRateLimitHasRetryAfter(String code) {
        Response refused = client.generateFrom("[[reject: " + code + "]]");

        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("retry-after-ms")).isEqualTo("1000");
    }
}
