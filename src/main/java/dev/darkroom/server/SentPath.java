package dev.darkroom.server;

import io.vertx.ext.web.RoutingContext;

/** The path of a request as its client sent it, before it is normalized and routed. */
final class SentPath {

    private SentPath() {}

    /** The URI that the client sent. */
    static String uri(RoutingContext context) {
        String original = context.get(DialectRouter.ORIGINAL_URI);
        return original == null ? context.request().uri() : original;
    }

    static String of(RoutingContext context) {
        String uri = uri(context);
        return uri.substring(start(uri), end(uri));
    }

    /** Whether the path has an empty segment, or a slash at its end. */
    static boolean hasEmptySegment(RoutingContext context) {
        String uri = uri(context);
        int start = start(uri);
        int end = end(uri);
        int doubled = uri.indexOf("//", start);
        return end - start > 1 && uri.charAt(end - 1) == '/' || doubled >= 0 && doubled < end;
    }

    /** Behind the authority, if the URI has one. */
    private static int start(String uri) {
        int scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme < 0) {
            return 0;
        }
        int path = uri.indexOf('/', scheme + 3);
        return path < 0 ? end(uri) : Math.min(path, end(uri));
    }

    private static int end(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri.length() : query;
    }
}
