package dev.darkroom.sandbox;

import java.time.Duration;

/** Sees to it that {@link Sandbox#runDue()} is called in time. */
@FunctionalInterface
public interface Wakeup {

    /**
     * Called, with the sandbox' lock held, whenever a sandbox has something to do sooner than it was to be woken.
     *
     * @param delay in real time
     */
    void in(Duration delay, Sandbox sandbox);
}
