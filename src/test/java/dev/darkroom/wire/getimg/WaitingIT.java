package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.body;
import static dev.darkroom.wire.getimg.GetImgClient.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client waits as long as its picture takes on the sandbox' clock, and nobody waits for a client. */
@WireTest
class WaitingIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void stopTheClock() {
        client.freeze();
    }

    @Test
    @Documented(value = "seeds/004: send a prompt, receive a picture, in a single request", dialect = "getimg")
    void theAnswerComesWhenThePictureHasDeveloped() {
        CompletableFuture<Response> answer = client.begin("p");
        client.awaitTasks(1);

        client.advance("1999ms");
        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].status"))
                .isEqualTo("processing");
        assertThat(answer).isNotDone();
        client.advance("1ms");

        soon(answer).then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    void whatIsUnderWayCannotBeSpentAnyMore() {
        CompletableFuture<Response> answer = client.begin("p");
        client.awaitTasks(1);

        assertThat(client.balance()).isEqualByComparingTo("99.94");
        client.advance("2s");
        soon(answer).then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    @Documented(value = "seeds/004: receive a generated image in a single request", dialect = "getimg")
    void eachTakesAsLongAsItsOwnPicture() {
        CompletableFuture<Response> slow = client.begin("[[processing: 30s]]");
        CompletableFuture<Response> quick = client.begin("p");
        client.awaitTasks(2);
        client.advance("2s");

        soon(quick).then().statusCode(200);
        assertThat(slow).isNotDone();
        client.advance("29s");
        soon(slow).then().statusCode(200);
    }

    @Test
    void aTaskThatIsHeldWaitsForTheControlApi() {
        client.set("{\"progression\":\"held\"}");
        CompletableFuture<Response> answer = client.begin("p");
        client.awaitTasks(1);
        client.advance("10d");

        assertThat(answer).isNotDone();
        client.control("POST", "/tasks/" + client.onlyTask() + "/complete", "");
        soon(answer).then().statusCode(200);
    }

    @Test
    void aTaskThatStallsIsAnsweredWhenTheControlApiEndsIt() {
        CompletableFuture<Response> answer = client.begin("[[stall]]");
        client.awaitTasks(1);
        client.advance("100d");

        assertThat(answer).isNotDone();
        client.control("POST", "/tasks/" + client.onlyTask() + "/fail", "");
        assertRefused(soon(answer), 500, "internal_error");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polls:1", "polls:7", "instant"})
    void whatIsMovedByPollsDoesNotKeepItsClientWaiting(String progression) {
        client.set("{\"progression\":\"" + progression + "\"}");

        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §9, what fails is not charged",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "content_policy_violation")
    void aTaskThatFailsIsAnErrorAndNotCharged() {
        CompletableFuture<Response> answer = client.begin("[[fail: content_policy_violation]]");
        client.awaitTasks(1);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
        client.advance("2s");

        assertRefused(
                soon(answer),
                422,
                "content_policy_violation",
                null,
                "The request was rejected because it violates the content policy.");
        assertThat(soon(answer).header("Darkroom-Fault")).isEqualTo("fail in the prompt");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    void theControlApiSaysHowATaskFails() {
        CompletableFuture<Response> answer = client.begin("p");
        client.awaitTasks(1);
        client.control(
                "POST",
                "/tasks/" + client.onlyTask() + "/fail",
                "{\"code\":\"quota_exceeded\",\"message\":\"No more.\"}");

        assertRefused(soon(answer), 402, "quota_exceeded", null, "No more.");
    }

    @Test
    void whoeverWaitsWhenTheSandboxIsResetIsAnswered() {
        CompletableFuture<Response> answer = client.begin("[[stall]]");
        client.awaitTasks(1);
        client.control("DELETE", "/sandbox", "");

        assertRefused(soon(answer), 500, "internal_error", null, "The generation was lost before it was finished.");
    }

    @Test
    @Documented(
            value = "a client that goes away is let go; its task goes on, and is paid for",
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void aClientThatGoesAwayLeavesItsTaskAndNothingElse() throws IOException {
        client.set("{\"concurrency\":1}");
        WaitingClient gone = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        assertRefused(client.generateFrom("p"), 429, "rate_limit");
        gone.close();

        assertThat(admitted("[[progression: instant]]").statusCode()).isEqualTo(200);
        assertThat(client.balance()).isEqualByComparingTo("99.88");
        client.advance("2s");
        assertThat(client.control("GET", "/tasks", "").getList("tasks.status"))
                .containsExactly("completed", "completed");
        assertThat(client.control("GET", "/ledger", "").getString("captured")).isEqualTo("0.12");
    }

    @Test
    void aClientThatGoesAwayIsInTheJournalWithoutAnAnswer() throws IOException {
        WaitingClient gone = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        gone.close();

        awaitJournal(1);
    }

    /** As many do whose patience is shorter than a picture takes. */
    @Test
    void whoGoesAwayAndAsksAgainIsToldThatItPaysTwice() throws IOException {
        WaitingClient gone = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        gone.close();
        awaitJournal(1);
        CompletableFuture<Response> again = client.begin("p");
        client.awaitTasks(2);
        client.advance("2s");
        soon(again).then().statusCode(200);

        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .containsExactly("paid_twice");
        assertThat(client.control("GET", "/report", "").getString("findings[0].page"))
                .startsWith("https://docs.getimg.ai/");
    }

    @Test
    void hundredsWaitWithoutAThread() throws IOException {
        client.set("{\"rate_limit\":null,\"concurrency\":null,\"credits\":1000}");
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            waiting.add(WaitingClient.of(client.key, "p"));
        }
        client.awaitTasks(300);
        assertThat(GetImgClient.withKeyLike("sk_another")
                        .generateFrom("[[progression: instant]]")
                        .statusCode())
                .isEqualTo(200);
        client.advance("2s");

        for (WaitingClient one : waiting) {
            assertThat(one.answer()).startsWith("HTTP/1.1 200 OK").contains("\"status\":\"completed\"");
        }
        assertThat(client.balance()).isEqualByComparingTo("982");
    }

    @Test
    void whoStaysIsAnsweredThoughOthersGo() throws IOException {
        client.set("{\"rate_limit\":null,\"concurrency\":null}");
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(WaitingClient.of(client.key, "p"));
        }
        client.awaitTasks(40);
        for (int i = 0; i < 40; i += 2) {
            waiting.get(i).close();
        }
        client.advance("2s");

        for (int i : IntStream.range(0, 20).map(half -> 2 * half + 1).toArray()) {
            assertThat(waiting.get(i).answer()).startsWith("HTTP/1.1 200 OK");
        }
        assertThat(client.balance()).isEqualByComparingTo("97.6");
    }

    /** Until there are so many requests in the journal that nobody was left to answer. */
    private void awaitJournal(int unanswered) {
        String match =
                "{\"match\":{\"operation\":\"create\",\"status\":0},\"times\":{\"exactly\":%d},\"within\":\"20s\"}";
        assertThat(client.control("POST", "/journal/verify", match.formatted(unanswered))
                        .getBoolean("verified"))
                .isTrue();
    }

    /** Asked for again until it is let in. */
    private Response admitted(String prompt) {
        long end = System.nanoTime() + 20_000_000_000L;
        Response answer = client.generate(body(prompt));
        while (answer.statusCode() == 429 && System.nanoTime() < end) {
            answer = client.generate(body(prompt));
        }
        return answer;
    }
}
