package dev.darkroom.server.outbound;

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

    private static final int LIMIT = 2;
    private static final int LONG_QUEUE = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final KeyedConcurrencyLimit limit = new KeyedConcurrencyLimit(vertx, LIMIT);
    private final List<Promise<String>> started = new ArrayList<>();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void limitsTheRunningJobsOfEachKey() throws Exception {
        submit("slow");
        submit("slow");
        Future<String> third = submit("slow");
        assertThat(started).hasSize(LIMIT);
        submit("other");
        assertThat(started).hasSize(LIMIT + 1);

        started.get(1).fail("the next job starts after a failure, too");
        Promise<String> next = awaitStarted(LIMIT + 1);
        next.complete("done");
        assertThat(third.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS))
                .isEqualTo("done");
    }

    @Test
    void runsLongQueueOfImmediatelyEndingJobsWithoutStackOverflow() throws Exception {
        Promise<String> first = Promise.promise();
        limit.submit("key", first::future);
        limit.submit("key", first::future);
        AtomicInteger ended = new AtomicInteger();
        CompletableFuture<Integer> all = new CompletableFuture<>();
        for (int i = 0; i < LONG_QUEUE; i++) {
            limit.submit("key", () -> Future.<String>failedFuture("at once")).onComplete(end -> {
                if (ended.incrementAndGet() == LONG_QUEUE) {
                    all.complete(LONG_QUEUE);
                }
            });
        }
        assertThat(ended).hasValue(0);

        first.complete("now");

        assertThat(all.get(60, TimeUnit.SECONDS)).isEqualTo(LONG_QUEUE);
    }

    @Test
    void neverStartsCanceledJobs() {
        submit("slow");
        submit("slow");
        Future<String> canceled = submit("slow");
        Future<String> other = submit("other");

        limit.cancelWaiting("slow"::equals);
        started.get(0).complete("done");

        assertThat(canceled.failed()).isTrue();
        assertThat(other.isComplete()).isFalse();
        assertThat(started).hasSize(3);
        submit("slow");
        assertThat(started).hasSize(4);
    }

    private Future<String> submit(String key) {
        return limit.submit(key, () -> {
            Promise<String> promise = Promise.promise();
            synchronized (started) {
                started.add(promise);
                started.notifyAll();
            }
            return promise.future();
        });
    }

    private Promise<String> awaitStarted(int index) throws InterruptedException {
        synchronized (started) {
            while (started.size() <= index) {
                started.wait(5000);
            }
            return started.get(index);
        }
    }
}
