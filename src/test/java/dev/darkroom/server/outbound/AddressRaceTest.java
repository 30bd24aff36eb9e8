package dev.darkroom.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.http.HttpUrls;
import dev.darkroom.server.outbound.OutboundTargets.Addresses;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses that fail or remain silent; {@link OutboundClientTest} has real ones. */
class AddressRaceTest {

    private static final Throwable REFUSED = new ConnectException("Connection refused");

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Promise<String>> attempts = new ConcurrentHashMap<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final CountDownLatch bothStarted = new CountDownLatch(2);

    @AfterEach
    void closeVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void triesNextAddressWhileFirstIsSilent() throws InterruptedException {
        Future<String> winner = run();
        bothStarted.await();

        attempts.get("10.0.0.2").fail(REFUSED);
        assertThat(winner.isComplete()).isFalse();
        attempts.get("10.0.0.1").fail(new ConnectException("No route to host"));

        assertThat(reason(winner))
                .isEqualTo(
                        "The connection to host:80 failed: connection refused, because nothing listens at 10.0.0.2:80;"
                                + " 10.0.0.1:80 cannot be reached (No route to host); 8.8.8.8 is a public address");
    }

    /** A handshake takes longer than the head start if the server is busy. */
    @Test
    void waitsForFirstAddressAfterNextOneHasFailed() throws InterruptedException {
        Future<String> winner = run();
        bothStarted.await();

        attempts.get("10.0.0.2").fail(REFUSED);
        attempts.get("10.0.0.1").fail(new SSLException("Received fatal alert: handshake_failure"));

        assertThat(reason(winner)).contains("TLS handshake", "handshake_failure");
    }

    @Test
    void closesConnectionThatComesTooLate() throws InterruptedException {
        Future<String> winner = run();
        bothStarted.await();

        attempts.get("10.0.0.2").complete("second");
        attempts.get("10.0.0.1").complete("first");

        assertThat(winner.result()).isEqualTo("second");
        assertThat(closed).containsExactly("first");
    }

    private Future<String> run() {
        List<SocketAddress> addresses = new ArrayList<>();
        addresses.add(SocketAddress.inetSocketAddress(80, "10.0.0.1"));
        addresses.add(SocketAddress.inetSocketAddress(80, "10.0.0.2"));
        return new AddressRace<>(
                        vertx,
                        HttpUrls.parse("http://host/").orElseThrow(),
                        new Addresses(addresses, List.of("8.8.8.8 is a public address")),
                        address -> {
                            Promise<String> attempt = Promise.promise();
                            attempts.put(address.host(), attempt);
                            bothStarted.countDown();
                            return attempt.future();
                        },
                        closed::add)
                .run();
    }

    private static String reason(Future<String> failed) {
        return failed.map(connection -> "connected")
                .otherwise(Throwable::getMessage)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
