package dev.darkroom.server;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;

/** Leads a person who opens the server's address in a browser to the web console. No API has the path {@code /}. */
final class ConsoleRedirect {

    private static final int FOUND = 302;
    private static final String PAGE = "text/html";

    /** Relative, so that a proxy in front of the server may add a prefix. */
    private static final String TARGET = DialectRouter.CONTROL.substring(1) + "/console/";

    private ConsoleRedirect() {}

    /** Whether a browser, and no client of an API, opens a page. */
    static boolean appliesTo(HttpServerRequest request, String path) {
        return path.equals("/")
                && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && request.headers().getAll(HttpHeaders.ACCEPT).stream().anyMatch(ConsoleRedirect::hasPage);
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

    /** A client that names this type accepts pages; one that accepts everything names no type. */
    private static boolean hasPage(String accept) {
        return Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch(PAGE::equals);
    }
}
