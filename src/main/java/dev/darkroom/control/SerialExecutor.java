package dev.darkroom.control;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Processes items on an executor, one at a time, in the order of submission. Submitting does not block. */
final class SerialExecutor<T> {

    private final Executor executor;
    private final Consumer<T> action;
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private volatile boolean isStopped;

    SerialExecutor(Executor executor, Consumer<T> action) {
        this.executor = executor;
        this.action = action;
    }

    void submit(T item) {
        queue.add(item);
        if (pending.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /** Discards the items in the queue and all later ones. */
    void stop() {
        isStopped = true;
    }

    private void drain() {
        do {
            T item = queue.poll();
            if (!isStopped) {
                action.accept(item);
            }
        } while (pending.decrementAndGet() > 0);
    }
}
