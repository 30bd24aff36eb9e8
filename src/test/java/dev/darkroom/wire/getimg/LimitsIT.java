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
    @Documented(value = "providers/getimg.md §6, the headers and their units", dialect = "getimg")
    @Documented(value = "providers/getimg.md §6, 60 per minute", dialect = "getimg", certainty = Certainty.INFERRED)
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
    @Documented(value = "providers/getimg.md §6, Retry-After in seconds", dialect = "getimg", of = "rate_limit")
    @Documented(value = "the text", dialect = "getimg", certainty = Certainty.INFERRED)
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
    @Documented(value = "providers/getimg.md §6, 60 per minute", dialect = "getimg", certainty = Certainty.INFERRED)
    void rejectsSixtyFirstRequestInMinute() {
        for (int i = 0; i < 60; i++) {
            client.generateFrom("p").then().statusCode(200);
        }
        assertThat(client.generateFrom("p").header("Retry-After")).isEqualTo("60");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5, §6: the sample has only a message and a code, and no Retry-After",
            dialect = "getimg",
            of = "rate_limit")
    @Documented(
            value = "providers/getimg.md §6, 10 concurrent requests",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
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
    @Documented(value = "providers/getimg.md §6, generation endpoints only", dialect = "getimg")
    void limitsOnlyGenerations() {
        client.changeSandbox("{\"rate_limit\":{\"requests\":1,\"window\":\"1m\"},\"concurrency\":1}");
        client.generateFrom("p").then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            for (String path : new String[] {"/v2/models", "/v2/billing/balance"}) {
                client.api().get(path).then().statusCode(200).header("X-RateLimit-Limit", (String) null);
            }
        }
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
