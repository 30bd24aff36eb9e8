package dev.darkroom.callback;

import dev.darkroom.chaos.fault.AttemptEffect;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The callbacks that wait until another callback overtakes them. Guarded by the sandbox's lock. */
final class ReorderBuffer {

    private final Set<Callback> waiting = new LinkedHashSet<>();

    /**
     * Returns when to send a planned attempt; empty to send it now. A reordered attempt waits in this buffer, unless
     * another one already waits: then it is sent now and overtakes that one.
     */
    Optional<Instant> postpone(Callback callback, AttemptEffect effect, Instant now) {
        if (effect.isReordered() && !waiting.isEmpty()) {
            return Optional.empty();
        }
        if (effect.isReordered()) {
            waiting.add(callback);
        }
        return effect.delay().map(now::plus);
    }

    void remove(Callback callback) {
        waiting.remove(callback);
    }

    /** Removes and returns all callbacks, because an attempt of another one has ended. */
    List<Callback> release() {
        List<Callback> overtaken = List.copyOf(waiting);
        waiting.clear();
        return overtaken;
    }
}
