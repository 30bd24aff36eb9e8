package dev.darkroom.callback;

import dev.darkroom.chaos.fault.AttemptEffect;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The callbacks that wait until another callback overtakes them. The sandbox's lock guards it. */
final class ReorderBuffer {

    private final Set<Callback> waiting = new LinkedHashSet<>();

    /**
     * When a planned attempt is sent instead of now; empty for now. A reordered attempt waits in this buffer, unless
     * another one waits already: then it overtakes that one.
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
