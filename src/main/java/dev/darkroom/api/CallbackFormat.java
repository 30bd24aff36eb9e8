package dev.darkroom.api;

import dev.darkroom.callback.Attempt;
import dev.darkroom.task.TaskView;
import java.util.Optional;
import java.util.UUID;

/** Writes callbacks in a vendor's format. */
@FunctionalInterface
public interface CallbackFormat {

    CallbackMessage write(Attempt attempt);

    /**
     * The id in the message, by which a receiver recognizes a repeated one; empty if it has none.
     *
     * @param delivery as {@link dev.darkroom.callback.Delivery#id}
     */
    default Optional<String> messageId(UUID delivery, TaskView task) {
        return Optional.empty();
    }
}
