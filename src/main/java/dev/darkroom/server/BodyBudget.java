package dev.darkroom.server;

import dev.darkroom.api.RequestContext;
import dev.darkroom.http.BearerToken;
import dev.darkroom.http.BodyLimit;
import dev.darkroom.memory.InFlightMemory;
import dev.darkroom.memory.InFlightMemory.Reservation;
import dev.darkroom.server.connection.MemoryHolder;
import dev.darkroom.server.settings.LimitsConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
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
    private final BodyLimit limit;

    BodyBudget(InFlightMemory memory, LimitsConfig limits) {
        this.memory = memory;
        this.timeout = limits.bodyTimeout();
        this.limit = new BodyLimit(limits.body().asLongValue(), "darkroom.limits.body");
    }

    /**
     * Reserves memory for a request and its body.
     *
     * @param bodyBytes the expected length of the body
     * @param onRevoke runs if the memory is taken back, on any thread
     * @return empty if there is no memory
     */
    Optional<Reservation> reserve(RoutingContext context, long bodyBytes, Runnable onRevoke) {
        return memory.reserve(holder(context), REQUEST_BYTES + bodyBytes, onRevoke);
    }

    /** Whose request it is. */
    static String holder(RoutingContext context) {
        return MemoryHolder.of(token(context), context.request());
    }

    private static BearerToken token(RoutingContext context) {
        RequestContext request = RequestContext.of(context);
        return request == null
                ? BearerToken.read(
                        context.request().headers().getAll(HttpHeaders.AUTHORIZATION),
                        context.request().headers().getAll(BearerToken.KEY_HEADER))
                : request.bearerToken();
    }

    /** The limit of operations that have none of their own. */
    BodyLimit limit() {
        return limit;
    }

    /** How long a body may stall. */
    Duration timeout() {
        return timeout;
    }
}
