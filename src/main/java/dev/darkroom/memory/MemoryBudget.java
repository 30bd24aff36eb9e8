package dev.darkroom.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory what is kept by all sandboxes may take together, in bytes as they are estimated. Safe for
 * use by several threads.
 */
public final class MemoryBudget {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    public MemoryBudget(long most) {
        this.most = most;
    }

    /** Whether nothing else can be kept unless something goes. */
    public boolean isFull() {
        return taken.get() >= most;
    }

    /** Whether less than a tenth is left. */
    public boolean isScarce() {
        return taken.get() >= most / 10 * 9;
    }

    public long most() {
        return most;
    }

    public void take(long bytes) {
        taken.addAndGet(bytes);
    }

    public void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }
}
