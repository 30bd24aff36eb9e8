package dev.darkroom.sandbox;

import dev.darkroom.time.DueQueue;
import dev.darkroom.time.DueQueue.Due;
import dev.darkroom.time.SandboxClock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The time of one sandbox: its clock, what is due when, and the next wakeup.
 *
 * <p>Not thread-safe, except for the clock; guarded by the sandbox's lock.
 */
final class Timeline {

    private final SandboxClock clock;
    private final WakeupScheduler scheduler;
    private final Consumer<Instant> onWakeup;
    private final DueQueue due = new DueQueue();
    private Instant wakeupAt;
    private Runnable cancelWakeup = () -> {};
    private boolean isClosed;

    /** @param onWakeup called with the instant of a wakeup; it must call {@link #wokenAt} at its end */
    Timeline(SandboxClock clock, WakeupScheduler scheduler, Consumer<Instant> onWakeup) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.onWakeup = onWakeup;
    }

    SandboxClock clock() {
        return clock;
    }

    DueQueue due() {
        return due;
    }

    /** Whether anything is due at or before {@code end}. */
    boolean isDue(Instant end) {
        return !isClosed && due.isDue(end);
    }

    /** Runs everything that is due at the next instant. */
    void runNextInstant() {
        runUntil(due.next().orElseThrow());
    }

    /** Runs everything due at or before {@code end}, in order, and moves the clock along. */
    void runUntil(Instant end) {
        while (isDue(end)) {
            Due next = due.remove();
            clock.advanceTo(next.at());
            next.run();
        }
    }

    /** Schedules a wakeup for what is due next, unless an earlier or equal one is scheduled. */
    void arm() {
        Optional<Instant> next = due.next();
        boolean isSooner = next.isPresent() && (wakeupAt == null || next.get().isBefore(wakeupAt));
        if (isSooner && !isClosed) {
            clock.realTimeUntil(next.get()).ifPresent(delay -> {
                Instant at = next.get();
                cancelWakeup.run();
                wakeupAt = at;
                cancelWakeup = scheduler.schedule(delay, () -> onWakeup.accept(at));
            });
        }
    }

    /** Schedules the next wakeup, unless the one for {@code at} has been replaced. */
    void wokenAt(Instant at) {
        if (at.equals(wakeupAt)) {
            rearm();
        }
    }

    /** Schedules the wakeup again, because the clock has changed. */
    void rearm() {
        cancelWakeup.run();
        wakeupAt = null;
        arm();
    }

    /** From now on, nothing is due. */
    void close() {
        isClosed = true;
        cancelWakeup.run();
        due.clear();
    }
}
