package dev.darkroom.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Responds to {@code OPTIONS}, without a key, with the methods of the path. */
@ApplicationScoped
class OptionsResponder {

    private static final int AFTER_HINTS = DialectRouter.PRIORITY - 5;

    private final Routes routes;

    OptionsResponder(Routes routes) {
        this.routes = routes;
    }

    void install(@Observes Filters filters) {
        filters.register(this::respond, AFTER_HINTS);
    }

    /** The value of {@code Allow} for a path; empty if the server does not have the path. */
    String allow(String path) {
        return String.join(", ", routes.methods(path));
    }

    private void respond(RoutingContext context) {
        if (context.request().method() != HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        String allow = allow(context.normalizedPath());
        if (allow.isEmpty()) {
            context.next();
        } else {
            context.response().putHeader("Allow", allow).end();
        }
    }
}
