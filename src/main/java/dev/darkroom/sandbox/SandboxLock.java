package dev.darkroom.sandbox;

import java.time.Instant;
import java.util.function.Function;

/** The lock of a sandbox. */
@FunctionalInterface
interface SandboxLock {

    /** Does all that is due, and then this, while nobody else does anything in the sandbox. */
    <T> T act(Function<Instant, T> action);
}
