package dev.darkroom.control;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Works on things elsewhere, one after the other as they come; who brings one does not wait for it. */
final class SerialExecutor<T> {

    private final Executor executor;
    private final Consumer<T> work;
    private final ConcurrentLinkedQueue<T> come = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean stopped;

    SerialExecutor(Executor executor, Consumer<T> work) {
        this.executor = executor;
        this.work = work;
    }

    void add(T thing) {
        come.add(thing);
        if (waiting.getAndIncrement() == 0) {
            executor.execute(this::workOn);
        }
    }

    /** What has come is forgotten, and what comes yet. */
    void stop() {
        stopped = true;
    }

    private void workOn() {
        do {
            T next = come.poll();
            if (!stopped) {
                work.accept(next);
            }
        } while (waiting.decrementAndGet() > 0);
    }
}
