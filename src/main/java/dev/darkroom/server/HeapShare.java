package dev.darkroom.server;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.Optional;

/** Memory limits that default to a share of the heap. */
final class HeapShare {

    private HeapShare() {}

    /** The limit in bytes; without one, {@code numerator/denominator} of the largest heap. */
    static long orElse(Optional<MemorySize> limit, int numerator, int denominator) {
        return limit.map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / denominator * numerator);
    }
}
