package dev.darkroom.wire.getimg;

import static dev.darkroom.wire.getimg.GetImgClient.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Background;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy in front of the API gives up while a response waits for its image. */
@WireTest
class ProxyTimeoutIT {

    private static final String TIMEOUT = "\"gateway\":{\"status\":524,\"after\":\"60s\"}";

    private final GetImgClient client = new GetImgClient();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    void proxyGivesUpAndTaskContinues() {
        CompletableFuture<Response> response = generate("[[processing: 3m]] [[gateway: 504 after 60s]]");
        client.awaitTasks(1);
        client.advance("59s");
        assertThat(response).isNotDone();
        client.advance("1s");

        await(response)
                .then()
                .statusCode(504)
                .contentType("text/html")
                .header("Darkroom-Fault", "gateway in the prompt");
        assertThat(await(response).asString()).contains("<h1>504 Gateway Timeout</h1>");
        assertThat(taskStatus()).isEqualTo("processing");
        client.advance("120499ms");
        assertThat(taskStatus()).isEqualTo("processing");
        assertThat(captured()).isEqualTo("0");
        client.advance("1ms");
        assertThat(taskStatus()).isEqualTo("completed");
        assertThat(captured()).isEqualTo("0.06");
    }

    @Test
    void journalAndEventsNameTheRule() {
        client.setFaultRule("", TIMEOUT);
        CompletableFuture<Response> response = generate("[[processing: 3m]]");
        client.awaitTasks(1);
        client.advance("5m");

        await(response)
                .then()
                .statusCode(524)
                .contentType("text/html; charset=UTF-8")
                .header("Darkroom-Fault", "rule");
        assertThat(await(response).asString()).contains("<title>524: A timeout occurred</title>");
        assertThat(client.control("GET", "/journal?operation=create", "").getString("exchanges[0].fault"))
                .isEqualTo("rule");
        assertThat(client.control("GET", "/journal?operation=create", "").getString("exchanges[0].task_id"))
                .isEqualTo(client.onlyTaskId());
        assertThat(taskStatus()).isEqualTo("completed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[gateway: 504 after 60s]]", "by rule"})
    void responseInTimeIsUnchanged(String prompt) {
        if (prompt.equals("by rule")) {
            client.setFaultRule("", TIMEOUT);
        }
        CompletableFuture<Response> response = client.generateAsync(prompt);
        client.awaitTasks(1);
        client.advance("2s");

        await(response).then().statusCode(200).header("Darkroom-Fault", (String) null);
        client.advance("2m");
        assertThat(captured()).isEqualTo("0.06");
    }

    @Test
    void responseAtTheLastInstantIsUnchanged() {
        CompletableFuture<Response> response =
                client.generateAsync("[[pending: 0s]] [[processing: 60s]] [[gateway: 504 after 60s]]");
        client.awaitTasks(1);
        client.advance("5m");

        await(response).then().statusCode(200);
    }

    @Test
    void failureInTimeIsUnchanged() {
        CompletableFuture<Response> response = client.generateAsync("[[fail]] [[gateway: 504 after 60s]]");
        client.awaitTasks(1);
        client.advance("2s");

        await(response)
                .then()
                .statusCode(500)
                .contentType("application/json")
                .header("Darkroom-Fault", "fail in the prompt");
    }

    @Test
    void anotherFaultInTheResponseReplacesTheTimeout() {
        CompletableFuture<Response> response =
                generate("[[processing: 3m]] [[latency: 1ms]] [[gateway: 504 after 60s]]");
        client.awaitTasks(1);
        client.advance("4m");

        await(response).then().statusCode(200).header("Darkroom-Fault", "latency in the prompt");
    }

    @Test
    void proxyGivesUpOnHeldAndStalledTasks() {
        CompletableFuture<Response> stalled = generate("[[stall]] [[gateway: 504 after 60s]]");
        client.awaitTasks(1);
        client.advance("60s");
        await(stalled).then().statusCode(504).header("Darkroom-Fault", "gateway in the prompt, stall in the prompt");

        client.changeSandbox("{\"progression\":\"held\"}");
        CompletableFuture<Response> held = generate("[[gateway: 504 after 60s]]");
        client.awaitTasks(2);
        client.advance("60s");
        await(held).then().statusCode(504);
    }

    @Test
    void timeoutDoesNotApplyToOtherRequests() {
        client.setFaultRule("", TIMEOUT);

        client.api().get("/v2/billing/balance").then().statusCode(200).header("Darkroom-Fault", (String) null);
        assertThat(client.control("GET", "/faults", "").getString("rules[0].then.gateway.after"))
                .isEqualTo("PT1M");
        assertThat(client.control("GET", "/faults", "").getString("rules[0].when.operation"))
                .isEqualTo("create");
    }

    /** Sends the request without checking the response against the contract, which has no pages of proxies. */
    private CompletableFuture<Response> generate(String prompt) {
        return Background.supply(() -> client.request()
                .contentType("application/json")
                .body(GetImgClient.body(prompt))
                .post(GetImgClient.GENERATIONS));
    }

    private String taskStatus() {
        return client.control("GET", "/tasks", "").getString("tasks[0].status");
    }

    private String captured() {
        return client.control("GET", "/ledger", "").getString("captured");
    }
}
