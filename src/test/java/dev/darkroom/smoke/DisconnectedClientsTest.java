package dev.darkroom.smoke;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import dev.darkroom.wire.getimg.GetImgClient;
import dev.darkroom.wire.getimg.WaitingClient;
import dev.darkroom.wire.server.TestServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The server keeps nothing for disconnected clients. The tests run in its JVM, because only its objects show that. */
@QuarkusTest
@Isolated
class DisconnectedClientsTest {

    @Inject
    Sandboxes sandboxes;

    private GetImgClient client;

    /** The port of the server is known only when a test begins. */
    @BeforeEach
    void createClient() {
        client = new GetImgClient();
    }

    @Test
    void releasesEverythingWhenWaitingClientsDisconnect() throws IOException {
        client.freeze();
        client.changeSandbox("{\"rate_limit\":null,\"concurrency\":100}");
        Sandbox sandbox = sandboxes.getOrCreate(new ApiKey(client.key));
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(WaitingClient.of(client.key, "[[stall]]"));
        }
        awaitCount(50, () -> sandbox.tasks().waiting());
        assertThat(sandbox.limits().waiting()).isEqualTo(50);
        for (WaitingClient connection : waiting) {
            connection.close();
        }

        awaitCount(0, () -> sandbox.tasks().waiting());
        awaitCount(0, () -> sandbox.limits().waiting());
    }

    @Test
    void releasesEverythingOnceTheResponseIsSent() throws IOException {
        client.freeze();
        Sandbox sandbox = sandboxes.getOrCreate(new ApiKey(client.key));
        try (WaitingClient waiting = WaitingClient.of(client.key, "p")) {
            client.awaitTasks(1);
            client.advance("2s");
            waiting.response();
        }

        assertThat(sandbox.tasks().waiting()).isZero();
        assertThat(sandbox.limits().waiting()).isZero();
    }

    /** A pipelined request waits for the response to the previous one. By then, the client has disconnected. */
    @Test
    void ignoresPipelinedRequestsOfDisconnectedClient() throws IOException {
        client.freeze();
        Sandbox sandbox = sandboxes.getOrCreate(new ApiKey(client.key));
        try (Socket socket = TestServer.current().connect()) {
            socket.getOutputStream().write(post().repeat(3).getBytes(US_ASCII));
            awaitCount(1, () -> sandbox.tasks().waiting());
        }

        awaitCount(0, () -> sandbox.tasks().waiting());
        assertThat(client.balance()).isEqualByComparingTo("99.94");
        assertThat(sandbox.limits().waiting()).isZero();
    }

    @Test
    void closesConnectionWithTooManyPipelinedRequests() throws IOException {
        client.freeze();
        Sandbox sandbox = sandboxes.getOrCreate(new ApiKey(client.key));
        try (Socket socket = TestServer.current().connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(post().getBytes(US_ASCII));
            awaitCount(1, () -> sandbox.tasks().waiting());
            String modelsRequest = "GET /getimg/v2/models HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(modelsRequest.repeat(200).getBytes(US_ASCII));

            assertThat(isClosed(socket)).isTrue();
        }
        awaitCount(0, () -> sandbox.tasks().waiting());
    }

    /** Returns whether the server closes the connection without a response. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    private String post() {
        String body = "{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}";
        return "POST /getimg/v2/images/generations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + client.key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void awaitCount(int expected, IntSupplier count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (count.getAsInt() != expected && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(count.getAsInt()).isEqualTo(expected);
    }
}
