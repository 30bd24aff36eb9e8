package dev.darkroom.server.outbound;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Limits how many jobs of one key run at once. Further jobs wait in order of arrival. Thread-safe. */
final class KeyedConcurrencyLimit {

    private final Vertx vertx;
    private final int limit;
    private final Map<Object, Queue> queues = new HashMap<>();

    KeyedConcurrencyLimit(Vertx vertx, int limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Runs a job as soon as the limit of its key allows it. Returns the result of the job. */
    <T> Future<T> submit(Object key, Supplier<Future<T>> job) {
        return acquire(key)
                .compose(acquired ->
                        Future.succeededFuture().compose(start -> job.get()).onComplete(end -> release(key)));
    }

    /** Fails all waiting jobs of the given keys. Running jobs continue. */
    void cancelWaiting(Predicate<Object> keys) {
        List<Promise<Void>> canceled = new ArrayList<>();
        synchronized (this) {
            queues.forEach((key, queue) -> {
                if (keys.test(key)) {
                    canceled.addAll(queue.waiting);
                    queue.waiting.clear();
                }
            });
        }
        canceled.forEach(waiting -> waiting.fail(new CancellationException("it was canceled before it started")));
    }

    private synchronized Future<Void> acquire(Object key) {
        Queue queue = queues.computeIfAbsent(key, k -> new Queue());
        if (queue.running < limit) {
            queue.running++;
            return Future.succeededFuture();
        }
        Promise<Void> waiting = Promise.promise();
        queue.waiting.add(waiting);
        return waiting.future();
    }

    /** Starts the next job in a later task, because a long queue of jobs that end at once would overflow the stack. */
    private synchronized void release(Object key) {
        Queue queue = queues.get(key);
        Promise<Void> next = queue.waiting.poll();
        if (next != null) {
            vertx.runOnContext(later -> next.complete());
        } else if (--queue.running == 0) {
            queues.remove(key);
        }
    }

    private static final class Queue {
        private final ArrayDeque<Promise<Void>> waiting = new ArrayDeque<>();
        private int running;
    }
}
