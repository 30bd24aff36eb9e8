package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.darkroom.Background;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stopping server finishes the requests and callbacks that it has begun. */
class DrainIT {

    /** Long enough for a machine on which everything takes ten times as long. */
    private static final long MAX_WAIT_SECONDS = 300;

    private final CountDownLatch firstCall = new CountDownLatch(1);
    private final CountDownLatch mayRespond = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger responses = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void startReceiver() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", exchange -> {
            calls.incrementAndGet();
            firstCall.countDown();
            try {
                mayRespond.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            responses.incrementAndGet();
        });
        receiver.start();
    }

    @AfterEach
    void stopReceiver() {
        mayRespond.countDown();
        receiver.stop(0);
    }

    @Test
    void waitsForCallbacksAndRejectsNewRequests() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", MAX_WAIT_SECONDS + "s");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        assertThat(create(url).statusCode()).isEqualTo(200);
        firstCall.await();

        server.toHandle().destroy();
        Response rejected = credits(url);
        while (rejected.statusCode() == 200) {
            rejected = credits(url);
        }
        assertThat(rejected.statusCode()).isEqualTo(503);
        assertThat(rejected.jsonPath().getString("error.message")).isEqualTo("Darkroom is shutting down.");
        assertThat(server.isAlive()).isTrue();
        mayRespond.countDown();

        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(responses.get()).isEqualTo(calls.get()).isPositive();
    }

    /** The advance waits for the attempt's result, so shutdown ends it before the hour is over. */
    @Test
    void endsClockAdvanceInProgress() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", MAX_WAIT_SECONDS + "s");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url);
        firstCall.await();
        CompletableFuture<Response> advance = Background.supply(() -> given().header("Authorization", "Bearer sk-drain")
                .body("{\"advance\": \"1h\"}")
                .post(url + "/_darkroom/clock"));

        server.toHandle().destroy();

        assertThat(advance.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        assertThat(advance.get().jsonPath().getString("error.message")).contains("the server is stopping");
        mayRespond.countDown();
        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(calls).hasValue(1);
    }

    @Test
    void stopsWaitingAfterTheDrainTime() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", "100ms");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url);
        firstCall.await();

        server.toHandle().destroy();

        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(PackagedServer.rest(server)).contains("darkroom.callback.drain");
    }

    /** The image would be ready only after an hour. */
    @Test
    void failsSynchronousRequestsThatAreWaiting() throws Exception {
        Process server = PackagedServer.start(
                Path.of(""), Map.of("DARKROOM_LIFECYCLE_PROCESSING", "1h", "DARKROOM_CALLBACK_DRAIN", "100ms"));
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        CompletableFuture<Response> waiting = Background.supply(() -> given().header("Authorization", "Bearer sk_drain")
                .contentType("application/json")
                .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                .post(url + "/getimg/v2/images/generations"));
        while (given().get(url + "/_darkroom/tasks").jsonPath().getList("tasks").isEmpty()) {
            assertThat(waiting).isNotDone();
        }

        server.toHandle().destroy();

        assertThat(waiting.get(MAX_WAIT_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(server.waitFor(MAX_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private Response credits(String url) {
        return given().header("Authorization", "Bearer sk-drain").get(url + "/v1/credits");
    }

    private Response create(String url) {
        return given().header("Authorization", "Bearer sk-drain")
                .contentType("application/json")
                .body(Map.of(
                        "model",
                        "gpt-image-2",
                        "input",
                        Map.of("prompt", "[[progression: instant]]"),
                        "callback_url",
                        "http://localhost:" + receiver.getAddress().getPort()))
                .post(url + "/v1/images/generations");
    }
}
