package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import java.time.Instant;
import java.util.Optional;

/** Decides which callback attempts get a fault. */
@FunctionalInterface
public interface CallbackFaults {

    /** No faults. */
    CallbackFaults NONE = (delivery, attempt, now) -> Optional.empty();

    /** @param attempt its number in the schedule, from 1 */
    Optional<InjectedFault<AttemptFault>> of(Delivery delivery, int attempt, Instant now);
}
