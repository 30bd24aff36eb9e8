package dev.darkroom.sandbox;

import dev.darkroom.time.SandboxClock;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one lock of a sandbox, which guards its {@link Timeline} and everything else in it. */
final class SandboxLock implements Executor {

    private final Timeline timeline;

    SandboxLock(SandboxClock clock, WakeupScheduler scheduler) {
        this.timeline = new Timeline(clock, scheduler, this::wake);
    }

    Timeline timeline() {
        return timeline;
    }

    /**
     * Runs everything that is due, then the action. So every read and write sees status, credits and callbacks that
     * agree, however late the scheduler is.
     */
    synchronized <T> T act(Function<Instant, T> action) {
        Instant now = timeline.clock().instant();
        timeline.runUntil(now);
        T result = action.apply(now);
        timeline.arm();
        return result;
    }

    /** As {@link #act}, without a result. */
    void update(Consumer<Instant> action) {
        act(now -> {
            action.accept(now);
            return now;
        });
    }

    /** Runs an action without first running what is due. */
    @Override
    public synchronized void execute(Runnable action) {
        action.run();
        timeline.arm();
    }

    /** Reads without running what is due. */
    synchronized <T> T peek(Supplier<T> read) {
        return read.get();
    }

    private synchronized void wake(Instant at) {
        timeline.runUntil(timeline.clock().instant());
        timeline.wokenAt(at);
    }
}
