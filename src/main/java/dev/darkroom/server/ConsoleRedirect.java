package dev.darkroom.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;

/** Redirects a browser that opens the server's address to the web console. No API has the path {@code /}. */
final class ConsoleRedirect {

    private static final int FOUND = 302;
    private static final String HTML = "text/html";

    /** Relative, so that a proxy in front of the server may add a prefix. */
    private static final String TARGET = DialectRouter.CONTROL.substring(1) + "/console/";

    private ConsoleRedirect() {}

    /** Whether a browser, and not a client of an API, has sent the request. */
    static boolean appliesTo(HttpServerRequest request, String path) {
        return path.equals("/")
                && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && request.headers().getAll(HttpHeaders.ACCEPT).stream().anyMatch(ConsoleRedirect::namesHtml);
    }

    /** The redirect is temporary: browsers keep others, and the next server on this port may be another one. */
    static void send(RoutingContext context) {
        context.response()
                .setStatusCode(FOUND)
                .putHeader("Location", TARGET)
                .putHeader("Vary", "Accept")
                .end();
        context.request().resume();
    }

    /** Browsers name this type; clients that accept everything do not. */
    private static boolean namesHtml(String accept) {
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch(HTML::equals);
    }
}
