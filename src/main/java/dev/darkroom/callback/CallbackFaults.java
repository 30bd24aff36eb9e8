package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.task.TaskView;
import java.time.Instant;
import java.util.Optional;

/** Tells what shall go wrong with callbacks. */
@FunctionalInterface
public interface CallbackFaults {

    /** Nothing. */
    CallbackFaults NONE = (task, attempt, now) -> Optional.empty();

    /** @param attempt which of its schedule it is, counted from 1 */
    Optional<InjectedFault<AttemptFault>> of(TaskView task, int attempt, Instant now);
}
