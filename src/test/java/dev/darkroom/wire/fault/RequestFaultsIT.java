package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Background;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.server.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults injected into responses, as seen on the client's socket. */
@WireTest
class RequestFaultsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void resetsConnectionWithTcpRst() throws IOException {
        addRule("{\"reset\":true}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.wasReset()).isTrue();
        assertThat(response.text()).isEmpty();
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void resetsConnectionInTheMiddleOfTheBody() throws IOException {
        addRule("{\"reset\":0.5}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.wasReset()).isTrue();
        assertThat(response.head()).startsWith("HTTP/1.1 200 OK").contains("Darkroom-Fault: rule");
        assertThat(response.body())
                .hasSize(Math.round(response.contentLength() * 0.5f))
                .startsWith("{\"code\":200");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void closesConnectionWithoutResponse() throws IOException {
        addRule("{\"empty\":true}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.text()).isEmpty();
        assertThat(response.wasReset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"empty\":{\"after\":\"300ms\"}}", "{\"reset\":{\"after\":\"300ms\"}}"})
    void closesConnectionAfterDelay(String then) throws IOException {
        addRule(then);
        Instant start = Instant.now();
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.text()).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void sendsLessThanContentLength() throws IOException {
        addRule("{\"truncate\":0.25}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.wasReset()).isFalse();
        assertThat(response.body()).hasSize(Math.round(response.contentLength() * 0.25f));
    }

    @Test
    void sendsGarbageInsteadOfHttp() throws IOException {
        addRule("{\"garbage\":true}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.wasReset()).isFalse();
        assertThat(response.text()).isNotEmpty().doesNotContain("HTTP");
    }

    @Test
    void sendsInvalidChunk() throws IOException {
        addRule("{\"broken_chunk\":true}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.head()).contains("Transfer-Encoding: chunked", "Darkroom-Fault: rule");
        assertThat(response.body()).contains("\r\nzz\r\n");
    }

    @Test
    void sendsCompleteBodyOfMalformedJson() throws IOException {
        addRule("{\"malformed\":true}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.body())
                .hasSize(response.contentLength())
                .startsWith("{\"code\":200")
                .doesNotEndWith("}");
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void dripsBodyInSmallPieces() throws IOException {
        addRule("{\"drip\":\"400ms\"}");
        Instant start = Instant.now();
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.body()).hasSize(response.contentLength()).endsWith("}}");
        assertThat(response.reads()).isGreaterThan(5);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    /** The server has far fewer than 200 threads. If each response blocked one, this would take much longer. */
    @Test
    void dripsWithoutBlockingThreads() {
        addRule("{\"drip\":\"2s\"}");
        Instant start = Instant.now();
        List<CompletableFuture<RawResponse>> responses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            responses.add(Background.supply(() -> {
                try {
                    return RawResponse.toCreate(client, "p");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        assertThat(new AiVideoApiClient().create().statusCode()).isEqualTo(200);
        assertThat(responses)
                .allSatisfy(response -> assertThat(response.join().body()).endsWith("}}"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void delaysCorrectResponse() {
        addRule("{\"latency\":\"300ms\"}");
        Instant start = Instant.now();
        Response created = client.create();

        created.then().statusCode(200).header("Darkroom-Fault", "rule");
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void sendsHtmlErrorOfGateway() throws IOException {
        addRule("{\"gateway\":504}");
        RawResponse response = RawResponse.toCreate(client, "p");

        assertThat(response.head()).startsWith("HTTP/1.1 504 Gateway Timeout");
        assertThat(response.header("Content-Type")).isEqualTo("text/html");
        assertThat(response.body()).contains("<h1>504 Gateway Timeout</h1>");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, 400",
        "invalid_api_key, 401",
        "insufficient_credits, 402",
        "ip_not_allowed, 403",
        "model_not_found, 404",
        "task_not_found, 404",
        "rate_limit_exceeded, 429",
        "spend_limit_exceeded, 429",
        "internal_error, 500",
        "upstream_error, 503"
    })
    void returnsEveryErrorOfTheDialect(String code, int status) {
        addRule("{\"error\":\"" + code + "\"}");
        Response response = client.create();

        assertRefused(response, status, code);
        assertThat(response.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(response.header("Retry-After")).isEqualTo(code.equals("rate_limit_exceeded") ? "1" : null);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void sendsRetryAfterWithError() {
        addRule("{\"error\":{\"code\":\"upstream_error\",\"retry_after\":\"1500ms\"}}");

        assertThat(client.create().header("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":\"upstream_error\",\"processed\":true}}",
                "{\"gateway\":{\"processed\":true}}",
                "{\"reset\":{\"processed\":true}}",
                "{\"empty\":{\"processed\":true}}",
                "{\"garbage\":{\"processed\":true}}",
                "{\"truncate\":true}",
                "{\"malformed\":true}",
                "{\"broken_chunk\":true}"
            })
    void processesRequestAlthoughResponseIsLost(String then) throws IOException {
        addRule(then);
        RawResponse response = RawResponse.toCreate(client, "p");

        List<String> tasks = client.control("GET", "/tasks", "").getList("tasks.id");
        assertThat(tasks).hasSize(1);
        assertThat(response.text()).doesNotContain(tasks.get(0));
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
        assertThat(client.control("GET", "/journal?operation=create", "").getString("exchanges[0].task_id"))
                .isEqualTo(tasks.get(0));
    }

    @Test
    void failsEveryRequestDuringOutage() {
        client.freeze();
        String task = client.createTask("\"prompt\":\"p\"");
        client.control("POST", "/faults", "{\"rules\":[{\"name\":\"down\",\"then\":{\"outage\":\"1m\"}}]}");

        assertRefused(client.create(), 503, "upstream_error");
        assertRefused(client.poll(task), 503, "upstream_error");
        assertRefused(client.credits(), 503, "upstream_error");
        client.advance("59s");
        assertRefused(client.create(), 503, "upstream_error");
        client.advance("1s");
        assertThat(client.create().statusCode()).isEqualTo(200);
    }

    @Test
    void leavesConnectionsOfOtherSandboxesOpen() throws IOException {
        addRule("{\"reset\":true}");
        AiVideoApiClient other = new AiVideoApiClient();
        for (int i = 0; i < 20; i++) {
            assertThat(RawResponse.toCreate(client, "p").wasReset()).isTrue();
            assertThat(RawResponse.toCreate(other, "p").text()).startsWith("HTTP/1.1 200");
        }
    }

    private void addRule(String then) {
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"create\"},\"then\":" + then + "}]}");
    }
}
