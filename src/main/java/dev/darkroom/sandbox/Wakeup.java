package dev.darkroom.sandbox;

import java.time.Duration;

/** Sees to it that {@link Sandbox#runDue()} is called in time. */
@FunctionalInterface
public interface Wakeup {

    /**
     * Called, with the sandbox' lock held, whenever the first thing that a sandbox has to do has changed.
     *
     * @param delay in real time
     */
    void in(Duration delay, Sandbox sandbox);
}
