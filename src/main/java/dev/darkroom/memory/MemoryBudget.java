package dev.darkroom.memory;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that data of one kind may take in all sandboxes together, in estimated bytes. Thread-safe. */
public final class MemoryBudget {

    private final long limit;
    private final AtomicLong reserved = new AtomicLong();

    /** @param limit in bytes */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Whether data must be dropped before more can be kept. */
    public boolean isFull() {
        return reserved.get() >= limit;
    }

    /** Whether at most about a tenth is left. */
    public boolean isNearlyFull() {
        return reserved.get() >= limit / 10 * 9;
    }

    public long limit() {
        return limit;
    }

    /** Reserves memory without a check; call {@link #isFull} first. */
    public void reserve(long bytes) {
        reserved.addAndGet(bytes);
    }

    public void release(long bytes) {
        reserved.addAndGet(-bytes);
    }
}
