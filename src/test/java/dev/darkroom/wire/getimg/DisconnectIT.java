package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.ErrorAssertions.assertRefused;
import static dev.darkroom.wire.getimg.GetImgClient.await;
import static dev.darkroom.wire.getimg.GetImgClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that disconnects while it waits frees its slot, and delays no other client. */
@WireTest
class DisconnectIT {

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "no page mentions clients that disconnect",
            rule = "a disconnected client frees its slot",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED,
            witness = "getimg-python 0.4.0")
    @Documented(
            value = "no page mentions clients that disconnect",
            rule = "the task of a disconnected client continues and is charged",
            negativeTest = Documented.SAME,
            dialect = "getimg",
            certainty = Certainty.INFERRED)
    void disconnectFreesSlotAndKeepsTask() throws IOException {
        client.changeSandbox("{\"concurrency\":1}");
        WaitingClient disconnected = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        assertRefused(client.generateFrom("p"), 429, "rate_limit");
        disconnected.close();

        assertThat(generateWhenAdmitted("[[progression: instant]]").statusCode())
                .isEqualTo(200);
        assertThat(client.balance()).isEqualByComparingTo("99.88");
        client.advance("2s");
        assertThat(client.control("GET", "/tasks", "").getList("tasks.status"))
                .containsExactly("completed", "completed");
        assertThat(client.control("GET", "/ledger", "").getString("captured")).isEqualTo("0.12");
    }

    @Test
    void journalRecordsDisconnectWithoutStatus() throws IOException {
        WaitingClient disconnected = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        disconnected.close();

        awaitExchangesWithoutResponse(1);
    }

    /** A client with a timeout shorter than the generation behaves like this. */
    @Test
    void reportsRetryOfDisconnectedRequestAsPaidTwice() throws IOException {
        WaitingClient disconnected = WaitingClient.of(client.key, "p");
        client.awaitTasks(1);
        disconnected.close();
        awaitExchangesWithoutResponse(1);
        CompletableFuture<Response> retry = client.generateAsync("p");
        client.awaitTasks(2);
        client.advance("2s");
        await(retry).then().statusCode(200);

        assertThat(client.control("GET", "/report", "").getList("findings.kind"))
                .containsExactly("paid_twice", "unfetched_image");
        assertThat(client.control("GET", "/report", "").getString("findings[0].page"))
                .startsWith("https://docs.getimg.ai/");
    }

    @Test
    void respondsToRemainingClientsAfterDisconnects() throws IOException {
        client.changeSandbox("{\"rate_limit\":null,\"concurrency\":null}");
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(WaitingClient.of(client.key, "p"));
        }
        client.awaitTasks(40);
        for (int i = 0; i < 40; i += 2) {
            waiting.get(i).close();
        }
        client.advance("2s");

        for (int i : IntStream.range(0, 20).map(pair -> 2 * pair + 1).toArray()) {
            assertThat(waiting.get(i).response()).startsWith("HTTP/1.1 200 OK");
        }
        assertThat(client.balance()).isEqualByComparingTo("97.6");
    }

    /** Waits until the journal has this number of requests without a response. */
    private void awaitExchangesWithoutResponse(int count) {
        String match =
                "{\"match\":{\"operation\":\"create\",\"status\":0},\"times\":{\"exactly\":%d},\"within\":\"30s\"}";
        assertThat(client.control("POST", "/journal/verify", match.formatted(count))
                        .getBoolean("verified"))
                .isTrue();
    }

    /** Retries until the request is admitted. */
    private Response generateWhenAdmitted(String prompt) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        Response response = client.generate(body(prompt));
        while (response.statusCode() == 429 && System.nanoTime() < deadline) {
            response = client.generate(body(prompt));
        }
        return response;
    }
}
