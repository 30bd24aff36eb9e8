package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.soon;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often, and how many at once. */
@WireTest
class LimitsIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void stopTheClock() {
        client.atOnce();
    }

    @Test
    @Documented(value = "providers/getimg.md §6, the headers and their units", dialect = "getimg")
    @Documented(value = "providers/getimg.md §6, 60 a minute", dialect = "getimg", certainty = Certainty.INFERRED)
    void everyAnswerTellsHowManyMoreThereMayBe() {
        long start = seconds();
        assertStanding(client.generateFrom("p"), 60, 59, start + 60);
        client.advance("10s");

        assertStanding(client.generateFrom("p"), 60, 58, start + 70);
        assertStanding(client.generate("{}"), 60, 57, start + 70);
        assertStanding(client.generateFrom("[[fail]]"), 60, 56, start + 70);
        assertStanding(client.generateFrom("[[reject: internal_error]]"), 60, 55, start + 70);
        client.set("{\"credits\":0}");
        assertStanding(client.generateFrom("p"), 60, 54, start + 70);
        client.advance("60s");
        client.set("{\"credits\":1}");
        assertStanding(client.generateFrom("p"), 60, 59, start + 130);
    }

    @Test
    @Documented(value = "providers/getimg.md §6, Retry-After in seconds", dialect = "getimg", of = "rate_limit")
    @Documented(value = "the text", dialect = "getimg", certainty = Certainty.INFERRED)
    void tooManyInAMinuteAreToldWhenToComeAgain() {
        client.set("{\"rate_limit\":{\"requests\":2,\"window\":\"1m\"}}");
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
    @Documented(value = "providers/getimg.md §6, 60 a minute", dialect = "getimg", certainty = Certainty.INFERRED)
    void theSixtyFirstInAMinuteIsRefused() {
        for (int i = 0; i < 60; i++) {
            client.generateFrom("p").then().statusCode(200);
        }
        assertThat(client.generateFrom("p").header("Retry-After")).isEqualTo("60");
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5, §6: the sample has a message and a code alone, and no Retry-After",
            dialect = "getimg",
            of = "rate_limit")
    @Documented(value = "providers/getimg.md §6, 10 at once", dialect = "getimg", certainty = Certainty.INFERRED)
    void theEleventhAtOnceIsRefusedInFewWords() {
        client.set("{\"progression\":\"timed\"}");
        List<CompletableFuture<Response>> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(client.begin("p"));
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
        ten.forEach(answer -> soon(answer).then().statusCode(200));
    }

    @Test
    void ofManyAtTheSameMomentAsManyAreLetInAsThereArePlaces() {
        client.set("{\"rate_limit\":null,\"progression\":\"timed\"}");
        Map<Integer, Long> statuses = statusesOf(60, 10);

        assertThat(statuses).isEqualTo(Map.of(200, 10L, 429, 50L));
        assertThat(client.balance()).isEqualByComparingTo("99.4");
    }

    @Test
    void ofManyAtTheSameMomentAsManyAreLetInAsThereIsMoneyFor() {
        client.set("{\"rate_limit\":null,\"concurrency\":null,\"progression\":\"timed\",\"credits\":0.35}");
        Map<Integer, Long> statuses = statusesOf(40, 5);

        assertThat(statuses).isEqualTo(Map.of(200, 5L, 402, 35L));
        assertThat(client.balance()).isEqualByComparingTo("0.05");
    }

    /** @param taken how many of them will wait; the clock is moved on for those when all others have their answers */
    private Map<Integer, Long> statusesOf(int requests, int taken) {
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            answers.add(client.begin("p"));
        }
        client.awaitTasks(taken);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (answers.stream().filter(CompletableFuture::isDone).count() < requests - taken
                && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        client.advance("2s");
        return answers.stream().collect(groupingBy(answer -> soon(answer).statusCode(), counting()));
    }

    /** Again and again, for the place must be free before its answer can be read. */
    @Test
    void whoeverHasAnAnswerHasGivenItsPlaceBack() {
        client.set("{\"rate_limit\":null,\"concurrency\":1}");
        for (int i = 0; i < 200; i++) {
            client.generateFrom(i % 2 == 0 ? "p" : "[[fail]]").then().statusCode(i % 2 == 0 ? 200 : 500);
        }
    }

    @Test
    @Documented(value = "providers/getimg.md §6, generation endpoints only", dialect = "getimg")
    void nothingElseIsLimited() {
        client.set("{\"rate_limit\":{\"requests\":1,\"window\":\"1m\"},\"concurrency\":1}");
        client.generateFrom("p").then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            for (String path : new String[] {"/v2/models", "/v2/billing/balance"}) {
                client.api().get(path).then().statusCode(200).header("X-RateLimit-Limit", (String) null);
            }
        }
    }

    @Test
    void withoutALimitNothingIsToldOfOne() {
        client.set("{\"rate_limit\":null}");

        client.generateFrom("p").then().statusCode(200).header("X-RateLimit-Limit", (String) null);
    }

    @Test
    void whoeverIsThrottledByTriggerIsLetInAfterTheTimeThatIsTold() {
        GetImgClient throttled = GetImgClient.withKeyLike("sk_darkroom-throttled");
        throttled.set("{\"progression\":\"instant\"}");

        assertThat(throttled.generateFrom("p").header("Retry-After")).isEqualTo("2");
        throttled.advance("2s");
        throttled.generateFrom("p").then().statusCode(200);
    }

    private static void assertStanding(Response answer, int limit, int remaining, long reset) {
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(limit));
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo(Integer.toString(remaining));
        assertThat(answer.header("X-RateLimit-Reset")).isEqualTo(Long.toString(reset));
    }

    /** Rounded up, as the header is. */
    private long seconds() {
        return client.now().plusSeconds(1).minusNanos(1).getEpochSecond();
    }
}
