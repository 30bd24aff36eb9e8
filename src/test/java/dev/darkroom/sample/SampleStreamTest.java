package dev.darkroom.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.wire.client.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A streamed response, seen from a socket: its form, its pace, its journal entry, and the faults that change it. */
@QuarkusTest
@Isolated
@TestProfile(SampleVendorProfile.class)
class SampleStreamTest {

    private static final Pattern CHUNK = Pattern.compile("(?s)[0-9a-f]+\r\n(.*?\n\n)\r\n");
    /** Requests that the server handles while a client does not read its stream: time enough to request more events. */
    private static final int REQUESTS_MEANWHILE = 50;

    private static final String END = "\r\n0\r\n\r\n";

    private final String key = "smp-" + UUID.randomUUID();

    @Test
    void sendsEventsWithoutContentLength() throws IOException {
        RawResponse response = stream(0, 1);

        assertThat(response.head())
                .startsWith("HTTP/1.1 200 OK")
                .containsIgnoringCase("content-type: text/event-stream\r\n")
                .containsIgnoringCase("transfer-encoding: chunked")
                .doesNotContainIgnoringCase("content-length");
        assertThat(events(response)).isEqualTo(event(0) + event(1) + event(2) + event(3));
        assertThat(response.body()).endsWith(END);
    }

    @Test
    void sendsEachEventWhenItIsAvailable() throws IOException {
        RawResponse response = stream(100, 1);

        assertThat(response.duration()).isGreaterThan(Duration.ofMillis(400));
        assertThat(response.reads()).isGreaterThanOrEqualTo(EditsResource.EVENTS);
    }

    @Test
    void recordsWholeStreamInJournal() throws IOException {
        stream(0, 1);

        JsonPath exchange = awaitExchange();
        assertThat(exchange.getBoolean("answer.whole")).isTrue();
        assertThat(exchange.getInt("answer.status")).isEqualTo(200);
        assertThat(exchange.getString("answer.body")).isEqualTo(event(0) + event(1) + event(2) + event(3));
    }

    @Test
    void recordsFirst16KilobytesInJournal() throws IOException {
        stream(0, 10_000);

        JsonPath exchange = awaitExchange();
        assertThat(exchange.getInt("answer.body_bytes")).isGreaterThan(40_000);
        assertThat(exchange.getString("answer.body")).startsWith("event: image.partial\ndata: {\"index\":0");
        assertThat(exchange.getString("answer.body").length()).isLessThanOrEqualTo(16_384);
    }

    @Test
    void cancelsStreamWhenClientDisconnects() throws IOException {
        int cancellations = EditsResource.CANCELLATIONS.get();
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request(1_000, 1).getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
        }

        await(() -> EditsResource.CANCELLATIONS.get() > cancellations);
        assertThat(awaitExchange().getBoolean("answer.whole")).isFalse();
    }

    @Test
    void requestsNoMoreEventsThanClientReads() throws Exception {
        int requested = EditsResource.REQUESTED.get();
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(1 << 12);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream().write(request(0, 16 << 20).getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
            for (int i = 0; i < REQUESTS_MEANWHILE; i++) {
                given().get("/q/health/ready").then().statusCode(200);
            }
            assertThat(EditsResource.REQUESTED.get() - requested).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void marksStreamAndDelaysIt() throws IOException {
        inject("{\"latency\":\"300ms\"}");
        RawResponse response = stream(0, 1);

        assertThat(response.header("Darkroom-Fault")).isEqualTo("rule");
        assertThat(response.duration()).isGreaterThan(Duration.ofMillis(300));
        assertThat(events(response)).endsWith(event(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"internal_error\"}|500|{\"error\":\"internal_error\"}",
                "{\"outage\":true}|500|{\"error\":\"upstream_error\"}",
                "{\"gateway\":502}|502|<html>",
            })
    void replacesStreamBeforeItStarts(String fault, int status, String body) throws IOException {
        inject(fault);
        RawResponse response = stream(0, 1);

        assertThat(response.head()).startsWith("HTTP/1.1 " + status);
        assertThat(response.body()).startsWith(body);
        assertThat(response.contentLength()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"truncate\":0.5}|false", "{\"reset\":0.5}|true"})
    void endsConnectionAfterFractionOfEvents(String fault, boolean isReset) throws IOException {
        inject(fault);
        RawResponse response = stream(0, 1);

        assertThat(response.wasReset()).isEqualTo(isReset);
        assertThat(response.body()).doesNotEndWith(END);
        assertThat(events(response)).isEqualTo(event(0) + event(1));
        assertThat(awaitExchange().getBoolean("answer.whole")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"empty\":true}", "{\"reset\":true}", "{\"garbage\":true}", "{\"broken_chunk\":true}"})
    void sendsNothingOfStream(String fault) throws IOException {
        inject(fault);

        assertThat(stream(0, 1).text()).doesNotContain("event:");
    }

    @Test
    void truncatesJsonOfLastEvent() throws IOException {
        inject("{\"malformed\":true}");
        RawResponse response = stream(0, 1);

        assertThat(events(response))
                .startsWith(event(0) + event(1) + event(2) + "event: image.partial\ndata: {\"")
                .doesNotContain(event(3))
                .endsWith("\n\n");
        assertThat(response.body()).endsWith(END);
        assertThat(awaitExchange().getBoolean("answer.whole")).isFalse();
    }

    @Test
    void dripsStream() throws IOException {
        inject("{\"drip\":\"400ms\"}");
        RawResponse response = stream(0, 1);

        assertThat(response.duration()).isGreaterThan(Duration.ofMillis(300));
        assertThat(response.reads()).isGreaterThan(EditsResource.EVENTS);
        assertThat(response.body()).endsWith("0\r\n\r\n");
        assertThat(awaitExchange().getBoolean("answer.whole")).isTrue();
    }

    private RawResponse stream(int pauseMillis, int padding) throws IOException {
        try (Socket socket = connect()) {
            return RawResponse.to(request(pauseMillis, padding), socket);
        }
    }

    private static Socket connect() throws IOException {
        return new Socket("localhost", RestAssured.port);
    }

    private String request(int pauseMillis, int padding) {
        String body = new String(
                new Form()
                        .text("pause", "" + pauseMillis)
                        .text("padding", "" + padding)
                        .bytes(),
                StandardCharsets.US_ASCII);
        return "POST " + EditsResource.PATH + "/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer " + key
                + "\r\nContent-Type: " + Form.TYPE + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** The events, without the chunks' framing. */
    private static String events(RawResponse response) {
        StringBuilder events = new StringBuilder();
        CHUNK.matcher(response.body()).results().forEach(chunk -> events.append(chunk.group(1)));
        return events.toString();
    }

    private static String event(int index) {
        return "event: image.partial\ndata: {\"index\":" + index + ",\"padding\":\"x\"}\n\n";
    }

    private void inject(String fault) {
        given().header("Authorization", "Bearer " + key)
                .body("{\"rules\":[{\"name\":\"rule\",\"when\":{\"operation\":\"poll\"},\"then\":" + fault + "}]}")
                .post("/_darkroom/faults")
                .then()
                .statusCode(200);
    }

    /** The entry of an exchange that the client broke off is written when the server notices. */
    private JsonPath awaitExchange() {
        await(() -> !journal().getList("exchanges").isEmpty());
        return journal().setRootPath("exchanges[0]");
    }

    private JsonPath journal() {
        return given().header("Authorization", "Bearer " + key)
                .get("/_darkroom/journal")
                .jsonPath();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
