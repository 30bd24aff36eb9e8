package dev.darkroom.server;

import dev.darkroom.server.settings.CorsConfig;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets web pages of other origins call the vendors' APIs and show their images (Fetch Living Standard, section 3.2).
 * Pages of other origins cannot read responses of the control API.
 */
@Singleton
class Cors {

    private static final CharSequence ORIGIN = HttpHeaders.createOptimized("Origin");
    private static final CharSequence REQUEST_METHOD = HttpHeaders.createOptimized("Access-Control-Request-Method");
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String REQUEST_PRIVATE_NETWORK = "Access-Control-Request-Private-Network";
    private static final String ALLOW_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    /** The headers that a page may read, besides those that it may always read. */
    private static final String EXPOSED = "Accept-Ranges, Allow, Content-Encoding, Content-Length, Content-Range,"
            + " Darkroom-Credit-Price, Darkroom-Dialect, Darkroom-Fault, Darkroom-Warning, Date, ETag, Location,"
            + " Retry-After, X-Request-Id";

    private static final String MAX_AGE_SECONDS = "7200";

    private final Provider<CorsConfig> config;

    /** @param config resolved on use, because filters are created before the settings are validated */
    Cors(Provider<CorsConfig> config) {
        this.config = config;
    }

    /** Responds to a preflight request. False if the request is none, or if the page may not read responses. */
    boolean handles(RoutingContext context) {
        boolean isPreflight = isPreflight(context.request())
                && !DialectRouter.isServerPath(context.normalizedPath())
                && addHeaders(context);
        if (isPreflight) {
            respondToPreflight(context);
        }
        return isPreflight;
    }

    /**
     * Allows the page that sends a request to a vendor to read the response. False if there is no page, or it may not.
     */
    boolean addHeaders(RoutingContext context) {
        String origin = context.request().getHeader(ORIGIN);
        String allowed = origin == null ? null : allowed(origin);
        if (allowed != null) {
            allow(context, allowed);
        }
        return allowed != null;
    }

    /** The value of {@code Access-Control-Allow-Origin}; null if the page may not read the response. */
    private String allowed(String origin) {
        List<String> origins = config.get().cors();
        if (origins.contains(CorsConfig.ANY)) {
            return CorsConfig.ANY;
        }
        return origins.contains(origin) ? origin : null;
    }

    private static void allow(RoutingContext context, String origin) {
        MultiMap headers = context.response().headers();
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Expose-Headers", EXPOSED);
        if (!origin.equals(CorsConfig.ANY)) {
            headers.add(HttpHeaders.VARY, ORIGIN);
        }
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS && request.headers().contains(REQUEST_METHOD);
    }

    /** Allows everything: the response to the request itself says what the API supports. */
    private static void respondToPreflight(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Access-Control-Allow-Methods", ALLOW_METHODS);
        headers.set("Access-Control-Max-Age", MAX_AGE_SECONDS);
        String requested = context.request().getHeader(REQUEST_HEADERS);
        if (requested != null) {
            headers.set("Access-Control-Allow-Headers", requested);
        }
        if (context.request().headers().contains(REQUEST_PRIVATE_NETWORK)) {
            headers.set("Access-Control-Allow-Private-Network", "true");
        }
        context.response().setStatusCode(204).end();
        context.request().resume();
    }
}
