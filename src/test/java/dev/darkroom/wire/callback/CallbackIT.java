package dev.darkroom.wire.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.Documented;
import dev.darkroom.Documented.Certainty;
import dev.darkroom.wire.client.AiVideoApiClient;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireTest
class CallbackIT {

    private final AiVideoApiClient client = new AiVideoApiClient();
    private final String inbox = "/inbox/" + UUID.randomUUID();

    @BeforeEach
    void freeze() {
        client.freeze();
    }

    @Test
    @Documented(
            value = "seeds/001: Callback Notifications",
            rule = "when a task has completed, and not before, callback_url gets the body of the poll",
            negativeTest = Documented.SAME,
            of = "RequestFields.callback_url",
            witness = "aiohttp 3.14.3")
    @Documented(
            value = "providers/aivideoapi.md §10, the headers, on the vendor's callback page",
            rule = "X-Event is task.completed, X-Task-Id the id and X-Timestamp in Unix seconds; the body is JSON",
            negativeTest = "sendsCallbackForFailedTask")
    @Documented(
            value = "providers/aivideoapi.md §10, no page has others",
            certainty = Certainty.INFERRED,
            rule = "there are no other X- headers and no signature",
            negativeTest = "ServerSettingsIT.signsCallbacksWithSecret")
    void sendsSameBodyAsPoll() {
        String task = client.createTaskWithCallback(inboxUrl());
        client.advance("1999ms");
        assertThat(received()).isEmpty();
        client.advance("1ms");

        List<Map<String, Object>> requests = received();

        assertThat(requests).hasSize(1);
        assertThat(requests.get(0).get("body")).isEqualTo(client.task(task).getMap(""));
        assertThat(headers(requests.get(0)))
                .containsEntry("x-event", "task.completed")
                .containsEntry("x-task-id", task)
                .containsEntry("content-type", "application/json")
                .containsEntry("x-timestamp", client.task(task).getString("completed_at"));
        assertThat(headers(requests.get(0)).keySet())
                .filteredOn(name -> name.startsWith("x-") || name.contains("signature"))
                .containsExactlyInAnyOrder("x-event", "x-task-id", "x-timestamp");
    }

    @Test
    @Documented(
            value = "seeds/001: Callback Notifications",
            rule = "when a task has failed, and not before, callback_url gets the body of the poll",
            negativeTest = Documented.SAME,
            of = "RequestFields.callback_url",
            witness = "aiohttp 3.14.3")
    @Documented(
            value = "providers/aivideoapi.md §10, the headers, on the vendor's callback page",
            rule = "X-Event is task.failed for a failed task",
            negativeTest = "sendsSameBodyAsPoll")
    void sendsCallbackForFailedTask() {
        String task = client.createTaskWithCallback(inboxUrl());
        assertThat(received()).isEmpty();
        client.fail(task);
        client.advance("0s");

        List<Map<String, Object>> requests = received();

        assertThat(requests).hasSize(1);
        assertThat(headers(requests.get(0))).containsEntry("x-event", "task.failed");
        assertThat(requests.get(0).get("body")).isEqualTo(client.task(task).getMap(""));
    }

    @Test
    void deliversInOrderOfTaskEnd() {
        List<String> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(client.createTaskWithCallback(inboxUrl()));
            client.advance("95ms");
        }
        client.advance("1h");

        assertThat(client.control("GET", inbox, "").getList("requests.body.id")).isEqualTo(tasks);
    }

    @Test
    void deliversWithoutAdvanceWhileClockRuns() {
        client.clock("{\"resume\":true}");
        client.createTaskWithCallback(inboxUrl());

        JsonPath received = client.control("GET", inbox + "?wait=30s", "");

        assertThat(received.getList("requests")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500, 503})
    @Documented(
            value = "providers/aivideoapi.md §10, at once, after 3 and after 10 minutes, on the vendor's callback page",
            rule = "there are three attempts in all, the first immediately, the second after 3 minutes",
            negativeTest = "stopsAfterFirstSuccess",
            witness = "aiohttp 3.14.3")
    @Documented(
            value = "providers/aivideoapi.md §10, 10 minutes, which could also be counted from the second attempt",
            certainty = Certainty.INFERRED,
            rule = "the third attempt is made 10 minutes after the first",
            negativeTest = Documented.SAME,
            witness = "aiohttp 3.14.3")
    @Documented(
            value = "providers/aivideoapi.md §10, 4xx and redirects",
            certainty = Certainty.INFERRED,
            rule = "a 4xx status and a redirect, which is not followed, are no deliveries",
            negativeTest = "stopsAfterFirstSuccess",
            witness = "aiohttp 3.14.3")
    @Documented(
            value = "providers/aivideoapi.md §10 does not say of what it is the time",
            certainty = Certainty.INFERRED,
            rule = "X-Timestamp is the time of the attempt",
            negativeTest = Documented.SAME)
    void makesThreeAttemptsIfReceiverRejects(int status) throws IOException {
        List<String> timestamps = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(status, timestamps);
        try {
            client.createTaskWithCallback(
                    "http://localhost:" + receiver.getAddress().getPort() + "/hook");

            client.advance("2s");
            assertThat(timestamps).hasSize(1);
            client.advance("179s");
            assertThat(timestamps).hasSize(1);
            client.advance("1s");
            assertThat(timestamps).hasSize(2);
            client.advance("24h");

            long first = Long.parseLong(timestamps.get(0));
            assertThat(timestamps).containsExactly("" + first, "" + (first + 180), "" + (first + 600));
        } finally {
            receiver.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 299})
    @Documented(
            value = "providers/aivideoapi.md §10, any 2xx status ends the attempts, on the vendor's callback page",
            rule = "any 2xx status is a delivery and ends the attempts",
            negativeTest = "makesThreeAttemptsIfReceiverRejects",
            witness = "aiohttp 3.14.3")
    void stopsAfterFirstSuccess(int status) throws IOException {
        List<String> timestamps = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(status, timestamps);
        try {
            client.createTaskWithCallback(
                    "http://localhost:" + receiver.getAddress().getPort() + "/hook");
            client.advance("24h");
            assertThat(timestamps).hasSize(1);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    @Documented(
            value = "no page says that a task depends on its callback",
            certainty = Certainty.INFERRED,
            rule = "a callback that cannot be delivered does not change the task",
            negativeTest = Documented.SAME,
            of = "CompletedTask.status")
    void completesTaskIfReceiverIsDown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String task = client.createTaskWithCallback("http://localhost:" + port + "/hook");
        client.advance("24h");

        assertThat(client.task(task).getString("status")).isEqualTo("completed");
        assertThat(client.control("GET", "/callbacks/" + task, "").getList("attempts"))
                .hasSize(3);
    }

    @Test
    void completesTaskIfReceiverSendsEndlessGarbage() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread sender = new Thread(() -> sendEndlessGarbage(socket));
            sender.start();
            String task = client.createTaskWithCallback("http://localhost:" + socket.getLocalPort() + "/hook");
            client.advance("24h");

            assertThat(client.task(task).getString("status")).isEqualTo("completed");
        }
    }

    @Test
    void deliversToOthersIfReceiverIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AiVideoApiClient other = new AiVideoApiClient();
            String waiting = other.createTaskWithCallback("http://localhost:" + silent.getLocalPort() + "/hook");
            other.control("POST", "/tasks/" + waiting + "/complete", "");

            client.createTaskWithCallback(inboxUrl());
            client.advance("2s");

            assertThat(received()).hasSize(1);
            assertThat(other.task(waiting).getString("status")).isEqualTo("completed");
        }
    }

    private List<Map<String, Object>> received() {
        return client.control("GET", inbox, "").getList("requests");
    }

    private static Map<String, String> headers(Map<String, Object> request) {
        Map<String, String> lowerCase = new HashMap<>();
        ((Map<?, ?>) request.get("headers"))
                .forEach((name, value) -> lowerCase.put(name.toString().toLowerCase(), value.toString()));
        return lowerCase;
    }

    private String inboxUrl() {
        return TestServer.url("/_darkroom" + inbox);
    }

    private static HttpServer receiver(int status, List<String> timestamps) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            timestamps.add(exchange.getRequestHeaders().getFirst("X-Timestamp"));
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Sends status 200, then writes until the peer closes the connection. */
    private static void sendEndlessGarbage(ServerSocket server) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] noise = new byte[8192];
            while (true) {
                out.write(noise);
            }
        } catch (IOException connectionClosed) {
            // expected
        }
    }
}
