package dev.darkroom.server;

import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import dev.darkroom.server.connection.MemoryHolder;
import dev.darkroom.server.settings.LimitsConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * The memory and the time that request bodies may take. It is created on first use, because filters are created before
 * the settings are validated.
 */
@ApplicationScoped
class BodyBudget {

    /** The approximate memory of a request in progress without its body. */
    private static final long REQUEST_BYTES = 8 << 10;

    private final InFlightMemory memory;
    private final Duration timeout;

    BodyBudget(InFlightMemory memory, LimitsConfig limits) {
        this.memory = memory;
        this.timeout = limits.bodyTimeout();
    }

    /**
     * Reserves memory for a request and its body.
     *
     * @param bodyBytes the expected length of the body
     * @param onRevoke runs if the memory is taken back, on any thread
     * @return empty if there is no memory
     */
    Optional<Reservation> reserve(HttpServerRequest request, long bodyBytes, Runnable onRevoke) {
        return memory.reserve(MemoryHolder.of(request), REQUEST_BYTES + bodyBytes, onRevoke);
    }

    /** How long a body may stall. */
    Duration timeout() {
        return timeout;
    }
}
