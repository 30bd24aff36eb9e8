package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The response waits until the image is finished by the sandbox's clock. */
@WireTest
class WaitingIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "seeds/004: send a prompt, receive a generated image, in a single request",
            rule = "the response waits for the finished image",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "getimg.ai takes longer; darkroom.lifecycle sets the time",
            rule = "a generation takes 2 seconds of the clock of the sandbox",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.SCOPE)
    void respondsWhenImageIsFinished() {
        CompletableFuture<Response> response = client.generateAsync("p");
        client.awaitTasks(1);

        client.advance("1999ms");
        assertThat(client.control("GET", "/tasks", "").getString("tasks[0].status"))
                .isEqualTo("processing");
        assertThat(response).isNotDone();
        client.advance("1ms");

        await(response).then().statusCode(200).body("data.size()", equalTo(1));
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    @Documented(
            value = "no page says when the balance changes",
            rule = "the price leaves the balance when the request is accepted, and only once",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void holdsCreditsWhileTaskRuns() {
        CompletableFuture<Response> response = client.generateAsync("p");
        client.awaitTasks(1);

        assertThat(client.balance()).isEqualByComparingTo("99.94");
        client.advance("2s");
        await(response).then().statusCode(200);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
    }

    @Test
    @Documented(
            value = "the page says nothing about simultaneous requests",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    void eachResponseWaitsForItsOwnImage() {
        CompletableFuture<Response> slow = client.generateAsync("[[processing: 30s]]");
        CompletableFuture<Response> quick = client.generateAsync("p");
        client.awaitTasks(2);
        client.advance("2s");

        await(quick).then().statusCode(200);
        assertThat(slow).isNotDone();
        client.advance("29s");
        await(slow).then().statusCode(200);
    }

    @Test
    void heldTaskWaitsForControlApi() {
        client.changeSandbox("{\"progression\":\"held\"}");
        CompletableFuture<Response> response = client.generateAsync("p");
        client.awaitTasks(1);
        client.advance("10d");

        assertThat(response).isNotDone();
        client.control("POST", "/tasks/" + client.onlyTaskId() + "/complete", "");
        await(response).then().statusCode(200);
    }

    @Test
    void controlApiEndsStalledTask() {
        CompletableFuture<Response> response = client.generateAsync("[[stall]]");
        client.awaitTasks(1);
        client.advance("100d");

        assertThat(response).isNotDone();
        client.control("POST", "/tasks/" + client.onlyTaskId() + "/fail", "");
        assertRefused(await(response), 500, "internal_error");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polls:1", "polls:7", "instant"})
    void progressionByPollsRespondsImmediately(String progression) {
        client.changeSandbox("{\"progression\":\"" + progression + "\"}");

        client.generateFrom("p").then().statusCode(200);
    }

    @Test
    @Documented(
            value = "providers/getimg.md §5: content_policy_violation, 422",
            rule = "an image that violates the policy is an error with status 422",
            negativeTest = "respondsWhenImageIsFinished",
            dialect = "getimg",
            of = "content_policy_violation",
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "providers/getimg.md §5 has no text",
            rule = "the error says that the content policy is violated",
            negativeTest = "respondsWhenImageIsFinished",
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            of = "Error.error.message")
    @Documented(
            value = "providers/getimg.md §9: failed generations are not charged",
            rule = "a failed generation is not charged",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void returnsErrorForFailedTaskAndRefundsIt() {
        CompletableFuture<Response> response = client.generateAsync("[[fail: content_policy_violation]]");
        client.awaitTasks(1);
        assertThat(client.balance()).isEqualByComparingTo("99.94");
        client.advance("2s");

        assertRefused(
                await(response),
                422,
                "content_policy_violation",
                null,
                "The request was rejected because it violates the content policy.");
        assertThat(await(response).header("Darkroom-Fault")).isEqualTo("fail in the prompt");
        assertThat(client.balance()).isEqualByComparingTo("100");
    }

    @Test
    void controlApiSetsErrorOfFailedTask() {
        CompletableFuture<Response> response = client.generateAsync("p");
        client.awaitTasks(1);
        client.control(
                "POST",
                "/tasks/" + client.onlyTaskId() + "/fail",
                "{\"code\":\"quota_exceeded\",\"message\":\"No more.\"}");

        assertRefused(await(response), 402, "quota_exceeded", null, "No more.");
    }

    @Test
    void resetEndsWaitingRequests() {
        CompletableFuture<Response> response = client.generateAsync("[[stall]]");
        client.awaitTasks(1);
        client.control("DELETE", "/sandbox", "");

        assertRefused(await(response), 500, "internal_error", null, "The generation was lost before it was finished.");
        assertThat(await(response).header("Darkroom-Fault")).isEqualTo("sandbox reset or server stopped");
    }

    @Test
    void threeHundredClientsWaitWithoutBlockingThreads() throws IOException {
        client.changeSandbox("{\"rate_limit\":null,\"concurrency\":null,\"credits\":1000}");
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            waiting.add(WaitingClient.of(client.key, "p"));
        }
        client.awaitTasks(300);
        assertThat(GetImgClient.withKeyPrefix("sk_another")
                        .generateFrom("[[progression: instant]]")
                        .statusCode())
                .isEqualTo(200);
        client.advance("2s");

        for (WaitingClient waitingClient : waiting) {
            assertThat(waitingClient.response()).startsWith("HTTP/1.1 200 OK").contains("\"status\":\"completed\"");
        }
        assertThat(client.balance()).isEqualByComparingTo("982");
    }
}
