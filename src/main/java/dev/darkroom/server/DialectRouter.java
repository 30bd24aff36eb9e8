package dev.darkroom.server;

import dev.darkroom.api.Dialect;
import dev.darkroom.api.Dialects;
import dev.darkroom.http.Forwarded;
import dev.darkroom.http.PublicUrl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Sends each request through the right front door: by host name, then by prefix, then by the vendor's real path at the
 * root. Behind a door every path begins with the dialect's name.
 */
@ApplicationScoped
class DialectRouter {

    /** Under this key a routed request carries its {@link Dialect}. */
    static final String DIALECT = DialectRouter.class.getName();

    /** Under this key it carries the address that its client wrote, where that has been changed. */
    static final String ASKED = DIALECT + ".asked";

    static final String CONTROL = "/_darkroom";

    static final int BEFORE_ALL_OTHERS = 1000;

    private final Dialects dialects;
    private final ErrorHandlers failures;

    DialectRouter(Dialects dialects, ErrorHandlers failures) {
        this.dialects = dialects;
        this.failures = failures;
    }

    void install(@Observes Filters filters) {
        filters.register(this::route, BEFORE_ALL_OTHERS);
    }

    /** Whether a path is the server's own, whatever the host. */
    static boolean isOurs(String path) {
        return path.equals(CONTROL) || path.startsWith(CONTROL + "/") || path.startsWith("/q/");
    }

    private void route(RoutingContext context) {
        if (PipeliningLimit.isTooLate(context.request())) {
            return;
        }
        PipeliningLimit.watch(context.request());
        if (!isUri(context.request().uri())) {
            failures.answer(context, 400);
            return;
        }
        String path = context.normalizedPath();
        if (context.get(DIALECT) != null) {
            enter(context);
            return;
        }
        if (isOurs(path)) {
            context.next();
            return;
        }
        Optional<Dialect> byHost = dialects.atHost(Forwarded.host(context.request()));
        Optional<Dialect> byPrefix =
                dialects.find(firstSegment(path)).filter(d -> byHost.isEmpty() || byHost.get() == d);
        Dialect dialect = byPrefix.or(() -> byHost).orElseGet(() -> dialects.atRoot(path));
        context.put(DIALECT, dialect);
        if (byPrefix.isPresent()) {
            PublicUrl.setDialectPrefix(context, "/" + dialect.name());
            enter(context);
        } else {
            String query = context.request().query();
            context.put(ASKED, context.request().uri());
            context.reroute("/" + dialect.name() + path + (query == null ? "" : "?" + query));
        }
    }

    /** Vendors answer in the one way they have, whatever is asked for; Quarkus would refuse what it cannot give. */
    private static void enter(RoutingContext context) {
        context.request().headers().remove(HttpHeaders.ACCEPT);
        if (context.request().method() == HttpMethod.HEAD) {
            context.addHeadersEndHandler(end -> sayNoCharset(context.response().headers()));
        }
        context.next();
    }

    /** Whoever asks for the head alone is told the type as {@link dev.darkroom.http.json.JsonResponseWriter} tells it. */
    private static void sayNoCharset(MultiMap headers) {
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

    /** Most addresses are made of these; whether the rest is as it should be takes longer to tell. */
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

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path.substring(1) : path.substring(1, end);
    }
}
