package dev.darkroom.sandbox;

import dev.darkroom.time.DueQueue;
import dev.darkroom.time.DueQueue.Due;
import dev.darkroom.time.SandboxClock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The time of one sandbox: its clock, what is due at which instant of it, and when to be woken for that.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it. The clock alone may be read by anybody.
 */
final class Timeline {

    private final SandboxClock clock;
    private final WakeupScheduler wakeup;
    private final Consumer<Instant> wake;
    private final DueQueue due = new DueQueue();
    private Instant wakeupAt;
    private Runnable cancelWakeup = () -> {};
    private boolean closed;

    /** @param wake what shall be done when the sandbox is woken for an instant; it ends with {@link #wokenFor} */
    Timeline(SandboxClock clock, WakeupScheduler wakeup, Consumer<Instant> wake) {
        this.clock = clock;
        this.wakeup = wakeup;
        this.wake = wake;
    }

    SandboxClock clock() {
        return clock;
    }

    DueQueue due() {
        return due;
    }

    /** Whether there is something to do until {@code end}. */
    boolean isDue(Instant end) {
        return !closed && due.isDue(end);
    }

    /** Does what comes first, and all else that is due at the same instant. */
    void runNextInstant() {
        runUntil(due.next().orElseThrow());
    }

    /** Does, in order, what is due until {@code end}, moving the clock along. */
    void runUntil(Instant end) {
        while (isDue(end)) {
            Due next = due.remove();
            clock.advanceTo(next.at());
            next.run();
        }
    }

    /** Asks to be woken for what comes first, unless that is so already. */
    void arm() {
        Optional<Instant> next = due.next();
        boolean sooner = next.isPresent() && (wakeupAt == null || next.get().isBefore(wakeupAt));
        if (sooner && !closed) {
            clock.realTimeUntil(next.get()).ifPresent(delay -> {
                Instant at = next.get();
                cancelWakeup.run();
                wakeupAt = at;
                cancelWakeup = wakeup.in(delay, () -> wake.accept(at));
            });
        }
    }

    /** Asks for the next time, unless that has been asked for since. */
    void wokenFor(Instant at) {
        if (at.equals(wakeupAt)) {
            rearm();
        }
    }

    /** Asks anew, because the clock does not run on as it did. */
    void rearm() {
        cancelWakeup.run();
        wakeupAt = null;
        arm();
    }

    /** Nothing is due any more, ever. */
    void close() {
        closed = true;
        cancelWakeup.run();
        due.clear();
    }
}
