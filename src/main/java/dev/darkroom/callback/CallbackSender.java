package dev.darkroom.callback;

import java.util.function.Consumer;

/** Makes attempts. It returns at once, and tells of the result later, once, from any thread. */
@FunctionalInterface
public interface CallbackSender {

    /** @param owner whose attempt it is: attempts of several owners do not wait for each other */
    void send(Object owner, Attempt attempt, Consumer<AttemptResult> onResult);

    /** Makes none of an owner's attempts that have not begun; they have failed. */
    default void forget(Object owner) {}
}
