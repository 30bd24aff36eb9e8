package dev.darkroom.callback;

import java.util.function.Consumer;

/** Makes attempts. It returns at once, and tells of the result later, once, from any thread. */
@FunctionalInterface
public interface CallbackSender {

    void send(Attempt attempt, Consumer<AttemptResult> onResult);
}
