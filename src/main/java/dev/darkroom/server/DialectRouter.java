package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.DarkroomHeaders;
import dev.darkroom.http.Forwarded;
import dev.darkroom.http.PublicUrl;
import dev.darkroom.server.connection.InvalidRequests;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Selects the dialect of each request: by host name, then by prefix, then as {@link RootRouting} does. Every response
 * of a dialect names it. After routing, every path of a dialect begins with the dialect's name.
 */
@Singleton
class DialectRouter {

    /** The context key of a routed request's {@link Dialect}. */
    static final String DIALECT = DialectRouter.class.getName();

    /** The context key of the URI that the client sent; set only if routing has changed the URI. */
    static final String ORIGINAL_URI = DIALECT + ".originalUri";

    /** The context key of the {@code Accept} headers that the client sent. */
    private static final String ACCEPT = DIALECT + ".accept";

    /** The context key that marks a request to a path at the root. */
    private static final String AT_ROOT = DIALECT + ".atRoot";

    /** The path of the control API. */
    static final String CONTROL = "/_darkroom";

    private final Dialects dialects;
    private final ErrorHandlers errors;
    private final ControlAccess control;
    private final RootRouting root;
    private final Arrivals arrivals;
    private final Cors cors;

    DialectRouter(
            Arrivals arrivals,
            Cors cors,
            Dialects dialects,
            RootRouting root,
            ErrorHandlers errors,
            ControlAccess control) {
        this.cors = cors;
        this.arrivals = arrivals;
        this.dialects = dialects;
        this.root = root;
        this.errors = errors;
        this.control = control;
    }

    void install(@Observes Filters filters) {
        filters.register(this::route, FilterOrder.ROUTING.priority());
    }

    /** Whether a path belongs to the server itself rather than to a dialect, whatever the host. */
    static boolean isServerPath(String path) {
        return isControlPath(path) || path.startsWith("/q/");
    }

    /** Whether a path belongs to the control API, whatever the host. */
    static boolean isControlPath(String path) {
        return path.equals(CONTROL) || path.startsWith(CONTROL + "/");
    }

    /** Whether neither the host nor the path of a request names its dialect. */
    static boolean isAtRoot(RoutingContext context) {
        return context.get(AT_ROOT) != null;
    }

    /** Restores the headers that the client sent, once nothing but the journal reads them. */
    static void restoreHeaders(RoutingContext context) {
        List<String> accept = context.get(ACCEPT);
        if (accept != null) {
            context.request().headers().set(HttpHeaders.ACCEPT, accept);
        }
    }

    private void route(RoutingContext context) {
        if (context.get(DIALECT) != null) {
            // A rerouted request passes this filter again.
            forward(context);
            return;
        }
        if (isDisconnected(context.request()) || arrivals.handles(context)) {
            return;
        }
        OptionalInt invalid = InvalidRequests.status(context.request().uri());
        if (invalid.isPresent() || !isUri(context.request().uri())) {
            refuse(context, invalid.orElse(400));
            return;
        }
        String path = context.normalizedPath();
        if (isControlPath(path)) {
            control.check(context);
            return;
        }
        if (isServerPath(path)) {
            context.next();
            return;
        }
        Optional<Dialect> byHost = dialects.atHost(Forwarded.host(context.request()));
        if (byHost.isEmpty() && ConsoleRedirect.appliesTo(context.request(), path)) {
            ConsoleRedirect.send(context);
            return;
        }
        Optional<Dialect> byPrefix = dialects.find(Routes.firstSegment(path))
                .filter(d -> byHost.isEmpty() ? !root.belongsToOther(context.request(), path, d) : byHost.get() == d);
        Optional<Dialect> named = byPrefix.or(() -> byHost);
        Dialect dialect = named.orElseGet(() -> root.select(context.request(), path));
        context.put(DIALECT, dialect);
        if (named.isEmpty()) {
            context.put(AT_ROOT, true);
        }
        if (byPrefix.isPresent()) {
            PublicUrl.setDialectPrefix(context, "/" + dialect.name());
            forward(context);
        } else {
            String query = context.request().query();
            context.put(ORIGINAL_URI, context.request().uri());
            context.reroute("/" + dialect.name() + path + (query == null ? "" : "?" + query));
        }
    }

    /** Refuses a request that cannot be read. */
    private void refuse(RoutingContext context, int status) {
        HttpServerRequest request = context.request();
        if (!isServerPath(request.path())) {
            Dialect dialect = dialects.atHost(Forwarded.host(request))
                    .or(() -> dialects.find(Routes.firstSegment(request.path())))
                    .orElseGet(() -> root.ofUnreadable(request));
            context.put(DIALECT, dialect);
            addDialect(context);
        }
        errors.respond(context, status);
    }

    private static void addDialect(RoutingContext context) {
        context.response()
                .putHeader(
                        DarkroomHeaders.DIALECT, context.<Dialect>get(DIALECT).name());
    }

    /** Whether the client disconnected while the request waited for the responses to earlier ones. */
    private static boolean isDisconnected(HttpServerRequest request) {
        return !((ConnectionBase) request.connection()).channel().isActive();
    }

    /**
     * Passes a request on to its dialect. Rerouting has removed all headers of the response.
     *
     * <p>Hides {@code Accept}: the vendors ignore it, but Quarkus would reject types that it cannot produce.
     */
    private void forward(RoutingContext context) {
        cors.addHeaders(context);
        addDialect(context);
        List<String> accept = context.request().headers().getAll(HttpHeaders.ACCEPT);
        if (!accept.isEmpty()) {
            context.put(ACCEPT, accept);
            context.request().headers().remove(HttpHeaders.ACCEPT);
        }
        if (context.request().method() == HttpMethod.HEAD) {
            context.addHeadersEndHandler(end -> removeCharset(context.response().headers()));
        }
        context.next();
    }

    /** Gives {@code HEAD} the content type that {@link dev.darkroom.http.json.JsonResponseWriter} gives {@code GET}. */
    private static void removeCharset(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(MediaType.APPLICATION_JSON)) {
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean isUri(String text) {
        try {
            if (!isPlain(text)) {
                new URI(text);
            }
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A fast check, which saves parsing: most URIs consist of these characters only. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '/' || c == '-' || c == '_';
    }
}
