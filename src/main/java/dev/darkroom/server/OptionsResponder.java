package dev.darkroom.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Responds to {@code OPTIONS}, without a key, with the methods of the path. It also has {@link PathHints} look at each
 * path, because one more filter would cost each request time.
 */
@Singleton
class OptionsResponder {

    private static final int NOT_FOUND = 404;

    private final Routes routes;
    private final ErrorHandlers errors;
    private final PathHints hints;

    OptionsResponder(Routes routes, ErrorHandlers errors, PathHints hints) {
        this.routes = routes;
        this.errors = errors;
        this.hints = hints;
    }

    void install(@Observes Filters filters) {
        filters.register(this::respond, FilterOrder.OPTIONS.priority());
    }

    /** The framework would respond for unknown paths below that of a resource, too. */
    private void respond(RoutingContext context) {
        hints.warnAboutSlashes(context);
        boolean isOwnPath =
                context.get(DialectRouter.DIALECT) != null || DialectRouter.isControlPath(context.normalizedPath());
        if (context.request().method() != HttpMethod.OPTIONS || !isOwnPath) {
            context.next();
            return;
        }
        String allow = routes.allow(context.normalizedPath());
        if (allow.isEmpty()) {
            errors.respond(context, NOT_FOUND);
        } else {
            context.response().putHeader("Allow", allow).end();
        }
    }
}
