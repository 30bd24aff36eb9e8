package dev.darkroom.wire.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 200 threads send requests at once; exactly as many succeed as credits, spend limits and rate limits allow. */
@WireTest
class LoadIT {

    private static final int THREADS = 200;

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void acceptsFiftyTasksIfCreditsCoverFifty() throws Exception {
        client.changeSandbox("{\"credits\":121}");

        assertThat(outcomes(i -> create(client, "p"))).isEqualTo(Map.of("200", 50, "402 insufficient_credits", 150));

        assertThat(client.balance()).isEqualByComparingTo("1");
        client.advance("2s");
        assertLedger("121", "120", "1", 50, 50, 0);
    }

    @Test
    void refundsFailedTasksOnce() throws Exception {
        client.changeSandbox("{\"credits\":121}");

        outcomes(i -> create(client, i % 2 == 0 ? "p" : "[[fail]]"));
        int completed = client.control("GET", "/tasks?limit=1000", "")
                .getList("tasks.findAll { it.outcome.status == 'completed' }")
                .size();
        client.advance("2s");

        assertThat(completed).isBetween(1, 49);
        BigDecimal captured = new BigDecimal("2.4").multiply(BigDecimal.valueOf(completed));
        assertLedger(
                "121",
                captured.toString(),
                new BigDecimal(121).subtract(captured).toString(),
                50,
                completed,
                50 - completed);
    }

    @Test
    void appliesTightestLimit() throws Exception {
        client.changeSandbox("{\"credits\":121,\"spend_limits\":{\"hourly\":73},"
                + "\"rate_limit\":{\"requests\":120,\"window\":\"10s\"}}");

        assertThat(outcomes(i -> create(client, "p")))
                .isEqualTo(Map.of("200", 30, "429 spend_limit_exceeded", 90, "429 rate_limit_exceeded", 80));
        client.changeSandbox("{\"spend_limits\":null}");
        client.advance("10s");
        assertThat(outcomes(i -> create(client, "p")))
                .isEqualTo(Map.of("200", 20, "402 insufficient_credits", 100, "429 rate_limit_exceeded", 80));
        client.advance("2s");
        assertLedger("121", "120", "1", 50, 50, 0);
    }

    @Test
    void keepsSandboxesSeparateUnderLoad() throws Exception {
        AiVideoApiClient other = new AiVideoApiClient();
        other.freeze();
        client.changeSandbox("{\"credits\":48}");

        assertThat(outcomes(i -> create(i % 2 == 0 ? client : other, "p")))
                .isEqualTo(Map.of("200", 120, "402 insufficient_credits", 80));

        assertThat(client.balance()).isEqualByComparingTo("0");
        assertThat(other.balance()).isEqualByComparingTo("9760");
        List<String> taskIds = taskIds(client);
        assertThat(taskIds).hasSize(20).doesNotContainAnyElementsOf(taskIds(other));
        other.poll(taskIds.get(0)).then().statusCode(404);
    }

    /** Asserts the totals, the number of entries of each kind, and that no hold is open. */
    private void assertLedger(String granted, String captured, String balance, int holds, int captures, int refunds) {
        JsonPath ledger = client.control("GET", "/ledger", "");
        assertThat(amount(ledger, "granted")).isEqualByComparingTo(granted);
        assertThat(amount(ledger, "held")).isEqualByComparingTo("0");
        assertThat(amount(ledger, "captured")).isEqualByComparingTo(captured);
        assertThat(amount(ledger, "balance")).isEqualByComparingTo(balance);
        List<String> kinds = ledger.getList("entries.kind");
        assertThat(Collections.frequency(kinds, "hold")).isEqualTo(holds);
        assertThat(Collections.frequency(kinds, "capture")).isEqualTo(captures);
        assertThat(Collections.frequency(kinds, "refund")).isEqualTo(refunds);
    }

    private static BigDecimal amount(JsonPath ledger, String name) {
        return new BigDecimal(ledger.getString(name));
    }

    private static List<String> taskIds(AiVideoApiClient client) {
        return client.control("GET", "/tasks?limit=1000", "").getList("tasks.id");
    }

    /** Sends one request from each thread at the same moment and counts the responses by status and error code. */
    private static Map<String, Integer> outcomes(IntFunction<Callable<String>> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> responses = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Callable<String> request = requests.apply(i);
                responses.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            Map<String, Integer> outcomes = new TreeMap<>();
            for (Future<String> response : responses) {
                outcomes.merge(response.get(), 1, Integer::sum);
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<String> create(AiVideoApiClient sender, String prompt) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.url("/v1/images/generations")))
                .header("Authorization", "Bearer " + sender.key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"" + prompt + "\"}}"))
                .build();
        return () -> {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String code = JsonPath.from(response.body()).getString("error.code");
            return response.statusCode() + (code == null ? "" : " " + code);
        };
    }
}
