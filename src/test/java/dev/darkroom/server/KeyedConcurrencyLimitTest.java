package dev.darkroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedConcurrencyLimitTest {

    private final Vertx vertx = Vertx.vertx();
    private final KeyedConcurrencyLimit turns = new KeyedConcurrencyLimit(vertx, 2);
    private final List<Promise<String>> begun = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void soManyOfOneKindAreDoneAtTheSameTime() throws Exception {
        take("slow");
        take("slow");
        Future<String> third = take("slow");
        assertThat(begun).hasSize(2);
        take("other");
        assertThat(begun).hasSize(3);

        begun.get(1).fail("it does not matter how it ends");
        Promise<String> next = begun(3);
        next.complete("done");
        assertThat(third.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS))
                .isEqualTo("done");
    }

    @Test
    void aLongLineOfWhatEndsAtOnceFitsOnTheStack() throws Exception {
        Promise<String> first = Promise.promise();
        turns.take("kind", first::future);
        turns.take("kind", first::future);
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Integer> all = new CompletableFuture<>();
        for (int i = 0; i < 20_000; i++) {
            turns.take("kind", () -> Future.<String>failedFuture("at once")).onComplete(end -> {
                if (done.incrementAndGet() == 20_000) {
                    all.complete(20_000);
                }
            });
        }
        assertThat(done).hasValue(0);

        first.complete("now");

        assertThat(all.get(30, TimeUnit.SECONDS)).isEqualTo(20_000);
    }

    @Test
    void whatIsForgottenNeverBegins() {
        take("slow");
        take("slow");
        Future<String> forgotten = take("slow");
        Future<String> other = take("other");

        turns.forget("slow"::equals);
        begun.get(0).complete("done");

        assertThat(forgotten.failed()).isTrue();
        assertThat(other.isComplete()).isFalse();
        assertThat(begun).hasSize(3);
        take("slow");
        assertThat(begun).hasSize(4);
    }

    private Future<String> take(String kind) {
        return turns.take(kind, () -> {
            Promise<String> promise = Promise.promise();
            synchronized (begun) {
                begun.add(promise);
                begun.notifyAll();
            }
            return promise.future();
        });
    }

    private Promise<String> begun(int number) throws InterruptedException {
        synchronized (begun) {
            while (begun.size() <= number) {
                begun.wait(5000);
            }
            return begun.get(number);
        }
    }
}
