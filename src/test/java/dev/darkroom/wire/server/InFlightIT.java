package dev.darkroom.wire.server;

import static dev.darkroom.wire.client.ErrorAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.Background;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.client.RawResponse;
import dev.darkroom.wire.getimg.GetImgClient;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that send slowly, or wait, take neither memory nor threads from others. */
@WireTest(settings = {"darkroom.limits.in-flight=4M", "darkroom.limits.body-timeout=2s"})
class InFlightIT {

    private static final int LARGE = 900_000;

    private final List<Socket> open = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void unfinishedBodiesOfOneKeyDoNotStopAnother() throws Exception {
        AiVideoApiClient quiet = new AiVideoApiClient();
        List<Socket> flood = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            flood.add(beginCreate("sk-flooding-key", LARGE, "{\"prompt\":\"" + "x".repeat(LARGE / 2)));
        }

        quiet.createTask("\"prompt\":\"small\"");
        Response large = quiet.create(padded("{\"model\":\"gpt-image-2\",\"input\":{\"prompt\":\"large\"}}"));
        assertThat(large.statusCode()).isEqualTo(200);

        List<String> responses = new ArrayList<>();
        for (Socket socket : flood) {
            responses.add(readAll(socket));
        }
        // The server has refused the bodies that did not fit. The others have stalled.
        assertThat(responses).allMatch(text -> text.startsWith("HTTP/1.1 503 ") || text.startsWith("HTTP/1.1 408 "));
        assertThat(responses).anyMatch(text -> text.startsWith("HTTP/1.1 503 ") && text.contains("limits.in-flight"));
        assertThat(responses)
                .anyMatch(text -> text.startsWith("HTTP/1.1 408 ") && text.contains("limits.body-timeout"));
    }

    @Test
    void stalledBodyGetsVendorsErrorAndEndsConnection() throws Exception {
        String response = readAll(beginCreate("sk-stalled-key", 100, "{\"model\":"));

        assertThat(response)
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("connection: close")
                .contains("\"error\":{\"code\":\"invalid_request\"");
    }

    @Test
    void waitingRequestsReleaseTheirBodies() {
        GetImgClient waiting = new GetImgClient();
        waiting.changeSandbox("{\"progression\":\"held\"}");
        List<CompletableFuture<Response>> responses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            responses.add(Background.supply(() -> waiting.request()
                    .contentType("application/json")
                    .body(padded("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}"))
                    .post("/v2/images/generations")));
            waiting.awaitTasks(i + 1);
        }

        List<String> tasks = waiting.control("GET", "/tasks", "").getList("tasks.id");
        tasks.forEach(task -> waiting.control("POST", "/tasks/" + task + "/complete", ""));
        assertThat(responses)
                .allSatisfy(response -> assertThat(response.get().statusCode()).isEqualTo(200));
    }

    @Test
    void unfinishedControlBodiesHoldNoThread() throws Exception {
        AiVideoApiClient quiet = new AiVideoApiClient();
        for (int i = 0; i < 100; i++) {
            Socket socket = connect();
            write(
                    socket,
                    "POST /_darkroom/journal/verify HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-slow-key-1\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"match\":");
        }

        quiet.credits().then().statusCode(200);
        quiet.request().get("/_darkroom/journal").then().statusCode(200);
        quiet.request().get("/_darkroom/report").then().statusCode(200);
    }

    @Test
    void oversizedBodyIsReadFromClientThatAsks() throws Exception {
        Socket socket = connect();
        write(
                socket,
                "POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-polite-key\r\n"
                        + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n"
                        + "Connection: close\r\n\r\n" + " ".repeat(2_000_000));
        assertThat(readAll(socket)).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 413 ");
    }

    /** Quarkus serves this path by a second route, which must not read the body again. */
    @Test
    void chunkedBodyOfReroutedRequestIsReadOnce() throws Exception {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            Socket socket = connect();
            write(
                    socket,
                    method + " /q/swagger-ui/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            assertThat(readAll(socket)).matches(text -> text.startsWith("HTTP/1.1 2") || text.startsWith("HTTP/1.1 4"));
        }
    }

    @Test
    void disconnectedClientsReleaseMemory() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<Socket> flood = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                flood.add(beginCreate("sk-leaving-key", LARGE, "x".repeat(LARGE / 2)));
            }
            for (Socket socket : flood) {
                socket.close();
            }
        }
        AiVideoApiClient client = new AiVideoApiClient();
        assertRefused(client.create(padded("{}")), 400, "invalid_request");
        Socket returning = connect();
        String body = padded("{}");
        write(
                returning,
                "POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer sk-leaving-key\r\n"
                        + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);
        assertThat(readAll(returning)).startsWith("HTTP/1.1 400 ");
    }

    private Socket beginCreate(String key, int length, String begin) throws IOException {
        Socket socket = connect();
        write(
                socket,
                "POST /v1/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + begin);
        return socket;
    }

    private Socket connect() throws IOException {
        Socket socket = TestServer.current().connect();
        open.add(socket);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String readAll(Socket socket) throws IOException {
        return RawResponse.to("", socket).text();
    }

    private static String padded(String json) {
        return json + " ".repeat(LARGE);
    }
}
