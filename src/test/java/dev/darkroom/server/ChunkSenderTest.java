package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkSenderTest {

    private static final List<String> CHUNKS = List.of("first.", "second.", "third.");

    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void sendsEachChunk() throws Exception {
        assertThat(body(3, ChunkSender::sendAll)).isEqualTo("6|first.|7|second.|6|third.|0||");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0, ''",
        "4, 0.25, 6|first.",
        "3, 0.5, 6|first.|4|seco",
        "3, 0.75, 6|first.|7|second.|2|th",
        "3, 1, 6|first.|7|second.|5|third"
    })
    void sendsFractionOfExpectedChunks(int expectedCount, double fraction, String body) throws Exception {
        assertThat(body(expectedCount, sender -> sender.sendPart(fraction)))
                .startsWith(body)
                .doesNotContain("|0|");
    }

    @Test
    void neverCompletesBodyThatEndsEarly() throws Exception {
        assertThat(body(10, sender -> sender.sendPart(1))).endsWith("|5|third|");
    }

    @Test
    void dripsEachChunkInPieces() throws Exception {
        AtomicReference<String> callback = new AtomicReference<>("");
        String body = body(3, sender -> sender.drip(Duration.ofMillis(120), () -> callback.set("ran")));
        assertThat(body).startsWith("3|fir|3|st.|3|sec|4|ond.|").endsWith("|0||");
        assertThat(callback).hasValue("ran");
    }

    /** The pauses of this drip take half a day each. */
    @Test
    void endsDripWhenClientDisconnects() throws Exception {
        CompletableFuture<Void> dripped = new CompletableFuture<>();
        int port = serve(connection -> {
            connection.sendChunkedHead(200, Map.of());
            new ChunkSender(connection, source(3))
                    .drip(Duration.ofDays(10), () -> {})
                    .onComplete(over -> dripped.complete(null));
        });
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(REQUEST);
            assertThat(socket.getInputStream().read()).isPositive();
        }

        dripped.get(60, TimeUnit.SECONDS);
    }

    /** Returns the chunked body as received, with {@code |} for each line break. */
    private String body(int expectedCount, Function<ChunkSender, Future<Void>> send) throws Exception {
        int port = serve(connection -> {
            connection.sendChunkedHead(200, Map.of());
            send.apply(new ChunkSender(connection, source(expectedCount))).onComplete(sent -> connection.close());
        });
        String response = get(port);
        return response.substring(response.indexOf("\r\n\r\n") + 4).replace("\r\n", "|");
    }

    /** Starts a server that responds in this way, and returns its port. */
    private int serve(Consumer<RawConnection> respond) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(context -> respond.accept(new RawConnection(context)));
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS)
                .actualPort();
    }

    private static String get(int port) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static ChunkSource source(int expectedCount) {
        Queue<String> remaining = new ArrayDeque<>(CHUNKS);
        return new ChunkSource() {
            @Override
            public int expectedCount() {
                return expectedCount;
            }

            @Override
            public Future<Chunk> next() {
                byte[] bytes = remaining.remove().getBytes(StandardCharsets.US_ASCII);
                return Future.succeededFuture(new Chunk(bytes, remaining.isEmpty()));
            }
        };
    }
}
