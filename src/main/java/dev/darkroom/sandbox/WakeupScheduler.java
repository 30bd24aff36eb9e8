package dev.darkroom.sandbox;

import java.time.Duration;

/** Sees to it that a sandbox does in time what it has to do. */
@FunctionalInterface
public interface WakeupScheduler {

    /**
     * Called, with the sandbox' lock held, whenever it has something to do sooner than it was to be woken.
     *
     * @param delay in real time
     * @param wake to be called then, from any thread
     * @return takes the call back, if it has not come yet
     */
    Runnable in(Duration delay, Runnable wake);
}
