package dev.darkroom.sandbox;

import java.time.Duration;

/** Wakes a sandbox in time for what is due next. */
@FunctionalInterface
public interface WakeupScheduler {

    /**
     * Called with the sandbox's lock held, whenever something is due before the scheduled wakeup.
     *
     * @param delay in real time
     * @param wake called after the delay, from any thread
     * @return an action that cancels the wakeup if it has not happened yet
     */
    Runnable schedule(Duration delay, Runnable wake);
}
