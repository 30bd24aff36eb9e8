package dev.darkroom.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.memory.InFlightMemory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An HTTP/2 client that requests more responses than it reads. */
@Timeout(120)
class StreamOutputTest {

    /** More than the client accepts before it reads. */
    private static final int LARGE = 200_000;

    private static final int FITTING = 3;
    private static final long MAX_WAIT_SECONDS = 30;
    private static final long ENHANCE_YOUR_CALM = 11;

    private final InFlightMemory memory = new InFlightMemory(FITTING * LARGE);
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        StreamOutput output = new StreamOutput(() -> memory);
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            output.watch(context);
            context.response()
                    .end(Buffer.buffer(
                            new byte[Integer.parseInt(context.request().path().substring(1))]));
        });
        port = await(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"))
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void reservesMemoryUntilTheClientReads() throws Exception {
        HttpClient client = client();
        HttpClientResponse first = unread(client, "reading", LARGE);
        unread(client, "reading", LARGE);
        assertThat(memory.reserved()).isEqualTo(2 * LARGE);

        assertThat(read(first)).isEqualTo(LARGE);
        awaitReserved(LARGE);
    }

    @Test
    void endsTheStreamThatDoesNotFit() throws Exception {
        HttpClient client = client();
        HttpClientResponse first = unread(client, "flooding", LARGE);
        for (int i = 1; i < FITTING; i++) {
            unread(client, "flooding", LARGE);
        }

        assertThat(codeOf(failure(request(client, "flooding", LARGE).compose(HttpClientResponse::body))))
                .isEqualTo(ENHANCE_YOUR_CALM);
        assertThat(memory.reserved()).isEqualTo(FITTING * LARGE);
        // The other streams of the connection go on.
        assertThat(read(first)).isEqualTo(LARGE);
        awaitReserved((FITTING - 1) * LARGE);
        unread(client, "flooding", LARGE);
    }

    @Test
    void endsTheOldestStreamOfTheLargestHolderForAnother() throws Exception {
        HttpClient flooding = client();
        HttpClientResponse oldest = unread(flooding, "flooding", LARGE);
        Future<Buffer> oldestBody = oldest.body();
        List<HttpClientResponse> others =
                List.of(unread(flooding, "flooding", LARGE), unread(flooding, "flooding", LARGE));

        HttpClientResponse quiet = unread(client(), "quiet", LARGE);

        assertThat(memory.revocations()).isEqualTo(1);
        oldest.resume();
        assertThat(codeOf(failure(oldestBody))).isEqualTo(ENHANCE_YOUR_CALM);
        assertThat(read(quiet)).isEqualTo(LARGE);
        for (HttpClientResponse other : others) {
            assertThat(read(other)).isEqualTo(LARGE);
        }
        awaitReserved(0);
    }

    @Test
    void releasesMemoryOfClientThatDisconnects() throws Exception {
        HttpClient client = client();
        unread(client, "leaving", LARGE);
        assertThat(memory.reserved()).isEqualTo(LARGE);

        await(client.close());
        awaitReserved(0);
    }

    @Test
    void doesNotCountSmallResponsesThatAreRead() throws Exception {
        HttpClient client = client();
        for (int i = 0; i < 10; i++) {
            assertThat(await(request(client, "reading", 1000).compose(HttpClientResponse::body))
                            .length())
                    .isEqualTo(1000);
        }
        assertThat(memory.refusals()).isZero();
        assertThat(memory.reserved()).isZero();
    }

    /** Requests a response, and does not read its body. */
    private HttpClientResponse unread(HttpClient client, String key, int bytes) throws Exception {
        return await(request(client, key, bytes).map(HttpClientResponse::pause));
    }

    /** Reads the body of an unread response. Returns its length. */
    private static int read(HttpClientResponse unread) throws Exception {
        Future<Buffer> body = unread.body();
        unread.resume();
        return await(body).length();
    }

    private Future<HttpClientResponse> request(HttpClient client, String key, int bytes) {
        return client.request(HttpMethod.GET, port, "localhost", "/" + bytes)
                .map(request -> request.putHeader("Authorization", "Bearer " + key))
                .compose(HttpClientRequest::send);
    }

    private HttpClient client() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setHttp2ConnectionWindowSize(100 * LARGE));
    }

    private static long codeOf(Throwable failure) {
        assertThat(failure).isInstanceOf(StreamResetException.class);
        return ((StreamResetException) failure).getCode();
    }

    private static Throwable failure(Future<?> future) throws Exception {
        Promise<Throwable> failure = Promise.promise();
        future.onSuccess(result -> failure.fail("did not fail")).onFailure(failure::complete);
        return await(failure.future());
    }

    private static <T> T await(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage().toCompletableFuture().get(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    /** The server releases the memory a moment after the client has read the last byte. */
    private void awaitReserved(long bytes) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_WAIT_SECONDS);
        while (memory.reserved() != bytes && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(memory.reserved()).isEqualTo(bytes);
    }
}
