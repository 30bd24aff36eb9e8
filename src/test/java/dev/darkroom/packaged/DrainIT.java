package dev.darkroom.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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

/** A server that is stopped finishes what it has begun. */
class DrainIT {

    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private HttpServer receiver;

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", exchange -> {
            calls.incrementAndGet();
            called.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            answers.incrementAndGet();
        });
        receiver.start();
    }

    @AfterEach
    void stopReceiving() {
        mayAnswer.countDown();
        receiver.stop(0);
    }

    @Test
    void waitsForCallbacksAndRefusesNewRequests() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", "60s");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        assertThat(create(url).statusCode()).isEqualTo(200);
        called.await();

        server.toHandle().destroy();
        Response refused = create(url);
        while (refused.statusCode() == 200) {
            refused = create(url);
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.jsonPath().getString("error.message")).isEqualTo("Darkroom is being stopped.");
        assertThat(server.isAlive()).isTrue();
        mayAnswer.countDown();

        assertThat(server.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(answers.get()).isEqualTo(calls.get()).isPositive();
    }

    /** Its attempt has no result yet, so the leap has to wait; it does not get its hour. */
    @Test
    void aLeapOfTheClockEndsWhereItIs() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", "60s");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url);
        called.await();
        CompletableFuture<Response> leap =
                CompletableFuture.supplyAsync(() -> given().header("Authorization", "Bearer sk-drain")
                        .body("{\"advance\": \"1h\"}")
                        .post(url + "/_darkroom/clock"));

        server.toHandle().destroy();

        assertThat(leap.get(50, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
        assertThat(leap.get().jsonPath().getString("error.message")).contains("the server is stopping");
        mayAnswer.countDown();
        assertThat(server.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        Process server = PackagedServer.start("DARKROOM_CALLBACK_DRAIN", "100ms");
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        create(url);
        called.await();

        server.toHandle().destroy();

        assertThat(server.waitFor(50, TimeUnit.SECONDS)).isTrue();
        assertThat(PackagedServer.rest(server)).contains("darkroom.callback.drain");
    }

    /** It would have had to wait for an hour. */
    @Test
    void whoWaitsForAPictureIsToldThatThereWillBeNone() throws Exception {
        Process server = PackagedServer.start(
                Path.of(""), Map.of("DARKROOM_LIFECYCLE_PROCESSING", "1h", "DARKROOM_CALLBACK_DRAIN", "100ms"));
        String url = PackagedServer.url(PackagedServer.logUntilUp(server));
        CompletableFuture<Response> waiting =
                CompletableFuture.supplyAsync(() -> given().header("Authorization", "Bearer sk_drain")
                        .contentType("application/json")
                        .body("{\"model\":\"gpt-image-2\",\"prompt\":\"p\"}")
                        .post(url + "/getimg/v2/images/generations"));
        while (given().get(url + "/_darkroom/tasks").jsonPath().getList("tasks").isEmpty()) {
            assertThat(waiting).isNotDone();
        }

        server.toHandle().destroy();

        assertThat(waiting.get(50, TimeUnit.SECONDS).statusCode()).isEqualTo(500);
        assertThat(server.waitFor(50, TimeUnit.SECONDS)).isTrue();
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
