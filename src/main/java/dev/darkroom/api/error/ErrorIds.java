package dev.darkroom.api.error;

import dev.darkroom.access.ApiKey;
import dev.darkroom.api.RequestContext;
import dev.darkroom.http.BearerToken;
import dev.darkroom.sandbox.Sandbox;
import dev.darkroom.sandbox.Sandboxes;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The ids in error responses. They follow from the seed, so that a repeated run has the same ones. */
@Singleton
public class ErrorIds {

    private static final String KEY = ErrorIds.class.getName();

    private final Provider<Sandboxes> sandboxes;

    /** @param sandboxes resolved on use, because error handlers are created before the settings are validated */
    ErrorIds(Provider<Sandboxes> sandboxes) {
        this.sandboxes = sandboxes;
    }

    /**
     * The id for the error of a request: one of its key's sandbox, or else one of the server. It is drawn on first use,
     * and stays the same.
     */
    public Supplier<UUID> of(RoutingContext exchange) {
        return () -> {
            UUID id = exchange.get(KEY);
            if (id == null) {
                id = sandbox(exchange)
                        .map(Sandbox::nextErrorId)
                        .orElseGet(() -> sandboxes.get().nextErrorId());
                exchange.put(KEY, id);
            }
            return id;
        };
    }

    /** A request may be rejected before its key is checked. */
    private Optional<Sandbox> sandbox(RoutingContext exchange) {
        return Optional.ofNullable(RequestContext.of(exchange))
                .flatMap(RequestContext::sandbox)
                .or(() -> key(exchange).flatMap(sandboxes.get()::find));
    }

    private static Optional<ApiKey> key(RoutingContext exchange) {
        RequestContext request = RequestContext.of(exchange);
        if (request != null) {
            return request.key();
        }
        return BearerToken.read(exchange.request().headers().getAll("Authorization")) instanceof BearerToken.Key found
                ? Optional.of(found.key())
                : Optional.empty();
    }
}
