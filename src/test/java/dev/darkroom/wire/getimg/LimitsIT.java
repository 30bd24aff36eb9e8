package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.await;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rate limit and the concurrency limit. */
@WireTest
class LimitsIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void finishTasksInstantly() {
        client.freezeAndFinishTasksInstantly();
    }

    @Test
    @Documented(
            value = "providers/getimg.md §6: every response to a generation",
            rule = "every response to a generation has the limit, what remains, and the reset in Unix seconds",
            negativeTest = "limitsOnlyGenerations",
            dialect = "getimg")
    @Documented(
            value = "providers/getimg.md §6: a window of 60 s",
            rule = "a window has 60 seconds",
            negativeTest = Documented.SAME,
            dialect = "getimg")
    @Documented(
            value = "providers/getimg.md §6 does not say what counts",
            rule = "rejected and failed generations count, too",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "providers/getimg.md §6 does not say what is reset",
            rule = "the reset is a window after the last generation, rounded up",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void everyResponseHasRateLimitHeaders() {
        long start = nowInEpochSeconds();
        assertRateLimit(client.generateFrom("p"), 60, 59, start + 60);
        client.advance("10s");

        assertRateLimit(client.generateFrom("p"), 60, 58, start + 70);
        assertRateLimit(client.generate("{}"), 60, 57, start + 70);
        assertRateLimit(client.generateFrom("[[fail]]"), 60, 56, start + 70);
        assertRateLimit(client.generateFrom("[[reject: internal_error]]"), 60, 55, start + 70);
        client.changeSandbox("{\"credits\":0}");
        assertRateLimit(client.generateFrom("p"), 60, 54, start + 70);
        client.advance("60s");
        client.changeSandbox("{\"credits\":1}");
        assertRateLimit(client.generateFrom("p"), 60, 59, start + 130);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5, §6: rate_limit, and Retry-After in seconds",
            rule = "the error for too many requests has a Retry-After in seconds",
            negativeTest = "rejectsEleventhConcurrentRequestWithShortError",
            dialect = "getimg",
            of = "rate_limit",
            witness = "getimg-python 0.4.0, ky 1.14.3, undici 7.30.2, got 14.6.6, axios-retry 4.5.0, curl 7.88.1")
    @Documented(
            value = "providers/getimg.md §5 has no text",
            rule = "the error says how many seconds to wait",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "providers/getimg.md §9: a price appears only in a response with status 200",
            rule = "a throttled request is not charged",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void rateLimitErrorHasRetryAfter() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":2,\"window\":\"1m\"}}");
        client.generateFrom("p").then().statusCode(200);
        client.advance("3500ms");
        client.generateFrom("p").then().statusCode(200);

        Response refused = client.generateFrom("p");

        assertRefused(refused, 429, "rate_limit", null, "Rate limit exceeded. Please try again in 57 seconds.");
        assertThat(refused.header("Retry-After")).isEqualTo("57");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(client.balance()).isEqualByComparingTo("99.88");
        client.advance("57s");
        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §6: the figure depends on the account",
            rule = "the limit is 60 generations in a minute",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "rate_limit",
            witness = "getimg-python 0.4.0")
    void rejectsSixtyFirstRequestInMinute() {
        for (int i = 0; i < 60; i++) {
            client.generateFrom("p").then().statusCode(200);
        }
        Response refused = client.generateFrom("p");
        assertRefused(refused, 429, "rate_limit");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        client.advance("60s");
        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5: the sample of the error",
            rule = "the error for too many concurrent requests has only the documented message and a code",
            negativeTest = "rateLimitErrorHasRetryAfter",
            dialect = "getimg",
            of = {"rate_limit", "Error.error.message", "Error.error.code"})
    @Documented(
            value = "providers/getimg.md §6: independent limits",
            rule = "concurrent requests are limited independently of the rate",
            negativeTest = "rejectsSixtyFirstRequestInMinute",
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §6 shows none",
            rule = "the error for too many concurrent requests has no Retry-After",
            negativeTest = "rateLimitErrorHasRetryAfter",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    @Documented(
            value = "providers/getimg.md §6: the figure depends on the account",
            rule = "the limit is 10 concurrent requests",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void rejectsEleventhConcurrentRequestWithShortError() {
        client.changeSandbox("{\"progression\":\"timed\"}");
        List<CompletableFuture<Response>> waiting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            waiting.add(client.generateAsync("p"));
        }
        client.awaitTasks(10);

        Response refused = client.generateFrom("p");

        assertThat(refused.asString())
                .isEqualTo("{\"error\":{\"message\":\"Too many concurrent requests. Please wait for current requests to"
                        + " finish.\",\"code\":\"rate_limit\"}}");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("60");
        assertThat(refused.header("X-RateLimit-Remaining")).isNotEqualTo("0");
        client.advance("2s");
        waiting.forEach(response -> await(response).then().statusCode(200));
    }

    @Test
    void simultaneousRequestsRespectConcurrencyLimit() {
        client.changeSandbox("{\"rate_limit\":null,\"progression\":\"timed\"}");
        Map<Integer, Long> statuses = statusesOf(60, 10);

        assertThat(statuses).isEqualTo(Map.of(200, 10L, 429, 50L));
        assertThat(client.balance()).isEqualByComparingTo("99.4");
    }

    @Test
    void simultaneousRequestsRespectBalance() {
        client.changeSandbox("{\"rate_limit\":null,\"concurrency\":null,\"progression\":\"timed\",\"credits\":0.35}");
        Map<Integer, Long> statuses = statusesOf(40, 5);

        assertThat(statuses).isEqualTo(Map.of(200, 5L, 402, 35L));
        assertThat(client.balance()).isEqualByComparingTo("0.05");
    }

    /**
     * Sends requests at the same time, and counts the statuses of their responses.
     *
     * @param admitted the number of requests that are not rejected; they wait until the clock advances
     */
    private Map<Integer, Long> statusesOf(int requests, int admitted) {
        List<CompletableFuture<Response>> responses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            responses.add(client.generateAsync("p"));
        }
        client.awaitTasks(admitted);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (responses.stream().filter(CompletableFuture::isDone).count() < requests - admitted
                && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        client.advance("2s");
        return responses.stream().collect(groupingBy(response -> await(response).statusCode(), counting()));
    }

    /** A client that has the response can send the next request at once. Repetition reveals a race. */
    @Test
    void releasesSlotBeforeResponse() {
        client.changeSandbox("{\"rate_limit\":null,\"concurrency\":1}");
        for (int i = 0; i < 200; i++) {
            client.generateFrom(i % 2 == 0 ? "p" : "[[fail]]").then().statusCode(i % 2 == 0 ? 200 : 500);
        }
    }

    @Test
    @Documented(
            value = "providers/getimg.md §6: generation endpoints only",
            rule = "the rate limit is for generations only",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
    void limitsOnlyGenerations() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":2,\"window\":\"1m\"},\"concurrency\":1}");
        String url = client.generateFrom("p").path("data[0].url");
        String costs = "/v2/billing/costs?start=2026-05-01T00:00:00Z&end=2026-05-02T00:00:00Z";
        for (int i = 0; i < 3; i++) {
            for (String path :
                    new String[] {"/v2/models", "/v2/models/gpt-image-2", "/v2/billing/balance", costs, url}) {
                client.request().get(path).then().statusCode(200).header("X-RateLimit-Limit", (String) null);
            }
        }
        client.generateFrom("p").then().statusCode(200);
        assertRefused(client.generateFrom("p"), 429, "rate_limit");
    }

    @Test
    void omitsRateLimitHeadersWithoutLimit() {
        client.changeSandbox("{\"rate_limit\":null}");

        client.generateFrom("p").then().statusCode(200).header("X-RateLimit-Limit", (String) null);
    }

    @Test
    void admitsThrottledKeyAfterRetryAfter() {
        GetImgClient throttled = GetImgClient.withKeyPrefix("sk_darkroom-throttled");
        throttled.changeSandbox("{\"progression\":\"instant\"}");

        assertThat(throttled.generateFrom("p").header("Retry-After")).isEqualTo("2");
        throttled.advance("2s");
        throttled.generateFrom("p").then().statusCode(200);
    }

    private static void assertRateLimit(Response response, int limit, int remaining, long reset) {
        assertThat(response.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
        assertThat(response.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(remaining));
        assertThat(response.header("X-RateLimit-Reset")).isEqualTo(Long.toString(reset));
    }

    /** The sandbox's current time, rounded up like the header. */
    private long nowInEpochSeconds() {
        return client.now().plusSeconds(1).minusNanos(1).getEpochSecond();
    }
}
