package dev.darkroom.wire.getimg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** What is kept for clients that wait, seen from the inside. */
@QuarkusTest
class GoneClientsTest {

    @Inject
    Sandboxes sandboxes;

    private final GetImgClient client = new GetImgClient();

    @Test
    void nothingIsLeftOfThoseWhoGo() throws IOException {
        client.freeze();
        client.set("{\"rate_limit\":null,\"concurrency\":100}");
        Sandbox sandbox = sandboxes.of(new ApiKey(client.key));
        List<WaitingClient> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(WaitingClient.of(client.key, "[[stall]]"));
        }
        awaitCount(50, () -> sandbox.tasks().waiting());
        assertThat(sandbox.limits().waiting()).isEqualTo(50);
        for (WaitingClient one : waiting) {
            one.close();
        }

        awaitCount(0, () -> sandbox.tasks().waiting());
        awaitCount(0, () -> sandbox.limits().waiting());
    }

    @Test
    void nothingIsLeftOfThoseWhoAreAnswered() throws IOException {
        client.freeze();
        Sandbox sandbox = sandboxes.of(new ApiKey(client.key));
        try (WaitingClient waiting = WaitingClient.of(client.key, "p")) {
            client.awaitTasks(1);
            client.advance("2s");
            waiting.answer();
        }

        assertThat(sandbox.tasks().waiting()).isZero();
        assertThat(sandbox.limits().waiting()).isZero();
    }

    private static void awaitCount(int expected, IntSupplier count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (count.getAsInt() != expected && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(count.getAsInt()).isEqualTo(expected);
    }
}
