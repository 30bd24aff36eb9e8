package dev.darkroom.server.log;

import java.util.concurrent.atomic.AtomicInteger;

/** Admits the first lines of each second, and counts the others. Thread-safe. */
final class LineLimit {

    private final int limit;
    private final Runnable onFirst;
    private final AtomicInteger requested = new AtomicInteger();

    /** @param onFirst called for the first line of a second; it must call {@link #reset} when the second is over */
    LineLimit(int limit, Runnable onFirst) {
        this.limit = limit;
        this.onFirst = onFirst;
    }

    boolean admits() {
        int number = requested.incrementAndGet();
        if (number == 1) {
            onFirst.run();
        }
        return number <= limit;
    }

    /**
     * Begins a new second.
     *
     * @return how many lines were not admitted in the last one
     */
    int reset() {
        return Math.max(0, requested.getAndSet(0) - limit);
    }
}
