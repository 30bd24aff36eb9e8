package dev.darkroom.api.error;

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

    private final Provider<Sandboxes> sandboxes;

    /** @param sandboxes resolved on use, because error handlers are created before the settings are validated */
    ErrorIds(Provider<Sandboxes> sandboxes) {
        this.sandboxes = sandboxes;
    }

    /** The ids for the errors of a request: those of its key's sandbox, or else those of the server. */
    public Supplier<UUID> of(RoutingContext exchange) {
        return () -> sandbox(exchange)
                .map(Sandbox::nextErrorId)
                .orElseGet(() -> sandboxes.get().nextErrorId());
    }

    /** A request may be rejected before its key is checked. */
    private Optional<Sandbox> sandbox(RoutingContext exchange) {
        return Optional.ofNullable(RequestContext.of(exchange))
                .flatMap(RequestContext::sandbox)
                .or(() -> BearerToken.read(exchange.request().headers().getAll("Authorization"))
                                instanceof BearerToken.Key found
                        ? sandboxes.get().find(found.key())
                        : Optional.empty());
    }
}
