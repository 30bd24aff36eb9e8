package dev.darkroom.wire.settings;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.Background;
import dev.darkroom.wire.client.RawRequest;
import dev.darkroom.wire.server.TestServer;
import dev.darkroom.wire.server.WireTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients and other hosts send each other through Darkroom arrives whole and unchanged. */
@WireTest(settings = {"darkroom.proxy=tunnel", "darkroom.cors=http://localhost:3000"})
@Timeout(120)
class TunnelBytesIT {

    private static final String GREETING = "220 ready\r\n";
    private static final byte[] LARGE = new byte[8 << 20];

    static {
        new Random(18).nextBytes(LARGE);
    }

    /** As servers of mail and of SSH do. */
    @Test
    void hostMaySendFirst() throws Exception {
        try (ServerSocket host = listen()) {
            CompletableFuture<Void> greeting = Background.run(
                    () -> answer(host, socket -> socket.getOutputStream().write(GREETING.getBytes(US_ASCII))));
            try (Socket client = connect(host)) {
                assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                        .isEqualTo(GREETING);
            }
            greeting.get();
        }
    }

    /** The host returns what it receives, while it receives more. */
    @Test
    void tunnelPassesLargeDataInBothDirections() throws Exception {
        try (ServerSocket host = listen()) {
            Background.run(() -> answer(host, TunnelBytesIT::echo));
            try (Socket client = connect(host)) {
                OutputStream out = client.getOutputStream();
                CompletableFuture<Void> sent = Background.run(() -> write(out, LARGE));

                assertThat(client.getInputStream().readNBytes(LARGE.length)).isEqualTo(LARGE);
                sent.get();
            }
        }
    }

    @Test
    void tunnelEndsWhenTheClientEndsIt() throws Exception {
        try (ServerSocket host = listen()) {
            CompletableFuture<Void> ended = Background.run(() -> answer(
                    host, socket -> assertThat(socket.getInputStream().read()).isEqualTo(-1)));
            connect(host).close();

            ended.get();
        }
    }

    /** The limit on the bodies of the server's own requests does not apply. */
    @Test
    void passesLargeBodiesOn() throws Exception {
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean isChunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
            exchange.sendResponseHeaders(200, isChunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        host.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + host.getAddress().getPort() + "/upload");
            assertThat(post(url, HttpRequest.BodyPublishers.ofByteArray(LARGE))).isEqualTo(LARGE);
            assertThat(post(url, HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE))))
                    .isEqualTo(LARGE);
        } finally {
            host.stop(0);
        }
    }

    private static byte[] post(URI url, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("localhost", TestServer.port())))
                .build();
        HttpResponse<byte[]> response =
                client.send(HttpRequest.newBuilder(url).POST(body).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static Socket connect(ServerSocket host) throws IOException {
        Socket client = TestServer.current().connect();
        assertThat(RawRequest.head(client, "CONNECT 127.0.0.1:" + host.getLocalPort() + " HTTP/1.1"))
                .startsWith("HTTP/1.1 200 ");
        return client;
    }

    private interface Answer {
        void accept(Socket socket) throws IOException;
    }

    private static void answer(ServerSocket host, Answer answer) {
        try (Socket socket = host.accept()) {
            answer.accept(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void echo(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1 << 16];
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            socket.getOutputStream().write(buffer, 0, length);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
