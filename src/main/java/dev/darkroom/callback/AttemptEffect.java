package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.chaos.fault.Delay;
import dev.darkroom.chaos.fault.Drop;
import dev.darkroom.chaos.fault.Duplicate;
import dev.darkroom.chaos.fault.Reorder;
import java.time.Instant;
import java.util.Optional;

/**
 * What a fault does to the way of an attempt.
 *
 * @param met empty for none
 */
record AttemptEffect(Optional<InjectedFault<AttemptFault>> met) {

    /**
     * When the attempt is made instead of now; empty when it is made now.
     *
     * @param isOtherHeldBack whether another waits to be overtaken: then this is what overtakes it
     */
    Optional<Instant> until(Instant now, boolean isOtherHeldBack) {
        AttemptFault fault = met.map(InjectedFault::fault).orElse(null);
        if (fault instanceof Delay delay) {
            return Optional.of(now.plus(delay.delay()));
        }
        return fault instanceof Reorder reorder && !isOtherHeldBack
                ? Optional.of(now.plus(reorder.duration()))
                : Optional.empty();
    }

    /** Whether it waits to be overtaken. */
    boolean isHeldBack() {
        return met.filter(injected -> injected.fault() instanceof Reorder).isPresent();
    }

    boolean isLost() {
        return met.filter(injected -> injected.fault() instanceof Drop).isPresent();
    }

    /** How often it is made. */
    int times() {
        return met.isPresent() && met.get().fault() instanceof Duplicate duplicate ? duplicate.times() : 1;
    }
}
