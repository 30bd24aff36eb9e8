package dev.darkroom.wire.fault;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.target.WireTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults do to answers, seen from a socket. */
@WireTest
class RequestFaultsIT {

    private final AiVideoApiClient client = new AiVideoApiClient();

    @Test
    void aResetIsARst() throws IOException {
        plant("{\"reset\":true}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.wasReset()).isTrue();
        assertThat(answer.text()).isEmpty();
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void aResetMayComeInTheMiddle() throws IOException {
        plant("{\"reset\":0.5}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.wasReset()).isTrue();
        assertThat(answer.head()).startsWith("HTTP/1.1 200 OK").contains("Darkroom-Fault: rule");
        assertThat(answer.body()).hasSize(Math.round(answer.announced() * 0.5f)).startsWith("{\"code\":200");
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
    }

    @Test
    void emptyIsAnEndWithoutAByte() throws IOException {
        plant("{\"empty\":true}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.text()).isEmpty();
        assertThat(answer.wasReset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"empty\":{\"after\":\"300ms\"}}", "{\"reset\":{\"after\":\"300ms\"}}"})
    void theEndMayTakeItsTime(String then) throws IOException {
        plant(then);
        Instant start = Instant.now();
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.text()).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void truncateAnnouncesMoreThanItSends() throws IOException {
        plant("{\"truncate\":0.25}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.wasReset()).isFalse();
        assertThat(answer.body()).hasSize(Math.round(answer.announced() * 0.25f));
    }

    @Test
    void garbageIsNoHttp() throws IOException {
        plant("{\"garbage\":true}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.wasReset()).isFalse();
        assertThat(answer.text()).isNotEmpty().doesNotContain("HTTP");
    }

    @Test
    void aChunkIsNone() throws IOException {
        plant("{\"broken_chunk\":true}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.head()).contains("Transfer-Encoding: chunked", "Darkroom-Fault: rule");
        assertThat(answer.body()).contains("\r\nzz\r\n");
    }

    @Test
    void malformedIsAWholeAnswerThatIsNoJson() throws IOException {
        plant("{\"malformed\":true}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.body())
                .hasSize(answer.announced())
                .startsWith("{\"code\":200")
                .doesNotEndWith("}");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void dripSendsDropByDrop() throws IOException {
        plant("{\"drip\":\"400ms\"}");
        Instant start = Instant.now();
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.body()).hasSize(answer.announced()).endsWith("}}");
        assertThat(answer.reads()).isGreaterThan(5);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    /** There are far fewer threads than these; each would hold one for two seconds if drips held any. */
    @Test
    void dripHoldsNoThread() {
        plant("{\"drip\":\"2s\"}");
        Instant start = Instant.now();
        List<CompletableFuture<RawResponse>> slow = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            slow.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return RawResponse.toCreate(client, "p");
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        assertThat(new AiVideoApiClient().create().statusCode()).isEqualTo(200);
        assertThat(slow).allSatisfy(answer -> assertThat(answer.join().body()).endsWith("}}"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void aLateAnswerIsARightOne() {
        plant("{\"latency\":\"300ms\"}");
        Instant start = Instant.now();
        Response created = client.create();

        created.then().statusCode(200).header("Darkroom-Fault", "rule");
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aProxyAnswersForTheApi() throws IOException {
        plant("{\"gateway\":504}");
        RawResponse answer = RawResponse.toCreate(client, "p");

        assertThat(answer.head()).startsWith("HTTP/1.1 504 Gateway Timeout");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.body()).contains("<h1>504 Gateway Timeout</h1>");
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
    void everyErrorOfTheDialectCanBeHad(String code, int status) {
        plant("{\"error\":\"" + code + "\"}");
        Response refused = client.create();

        assertRefused(refused, status, code);
        assertThat(refused.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(refused.header("Retry-After")).isEqualTo(code.equals("rate_limit_exceeded") ? "1" : null);
        assertThat(client.balance()).isEqualByComparingTo("10000");
    }

    @Test
    void anErrorMaySayWhenToComeAgain() {
        plant("{\"error\":{\"code\":\"upstream_error\",\"retry_after\":\"1500ms\"}}");

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
    void aRequestMayDoItsWorkAlthoughItsAnswerIsLost(String then) throws IOException {
        plant(then);
        RawResponse answer = RawResponse.toCreate(client, "p");

        List<String> tasks = client.control("GET", "/tasks", "").getList("tasks.id");
        assertThat(tasks).hasSize(1);
        assertThat(answer.text()).doesNotContain(tasks.get(0));
        assertThat(client.balance()).isEqualByComparingTo("9997.6");
        assertThat(client.control("GET", "/journal?operation=create", "").getString("exchanges[0].task_id"))
                .isEqualTo(tasks.get(0));
    }

    @Test
    void anOutageTakesEveryRequestUntilItIsOver() {
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
    void theConnectionOfAnotherIsLeftAlone() throws IOException {
        plant("{\"reset\":true}");
        AiVideoApiClient other = new AiVideoApiClient();
        for (int i = 0; i < 20; i++) {
            assertThat(RawResponse.toCreate(client, "p").wasReset()).isTrue();
            assertThat(RawResponse.toCreate(other, "p").text()).startsWith("HTTP/1.1 200");
        }
    }

    private void plant(String then, String... when) {
        String operation = "\"operation\":\"create\"" + (when.length == 0 ? "" : "," + when[0]);
        client.control(
                "POST",
                "/faults",
                "{\"rules\":[{\"name\":\"rule\",\"when\":{" + operation + "},\"then\":" + then + "}]}");
    }
}
