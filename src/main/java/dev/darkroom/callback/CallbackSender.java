package dev.darkroom.callback;

import java.util.function.Consumer;

/** Sends attempts without blocking, and reports each result once, from any thread. */
@FunctionalInterface
public interface CallbackSender {

    /** @param owner groups attempts; attempts of different owners do not wait for each other */
    void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult);

    /** Cancels the owner's attempts that have not begun; they count as failed. */
    default void cancelPending(Object owner) {}
}
