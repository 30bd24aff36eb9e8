package dev.darkroom.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The scheme, host and port of the URL that a client requested. The first proxy passes them on in
 * {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}; without a proxy, the request itself has them. Invalid
 * values are ignored. Quarkus can read these headers, too, but responds to some invalid values with 400 and no body.
 */
public final class Forwarded {

    private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
    /** The longest host name has 253 characters; a port follows. */
    private static final int MAX_AUTHORITY = 260;

    private static final CharSequence HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private Forwarded() {}

    /** Either {@code http} or {@code https}. */
    public static String scheme(HttpServerRequest request) {
        return "https".equalsIgnoreCase(firstValue(request, "X-Forwarded-Proto").orElse(request.scheme()))
                ? "https"
                : "http";
    }

    /** The host, with its port unless it is the scheme's default; empty if the request has no valid host. */
    public static Optional<String> authority(HttpServerRequest request) {
        return firstValue(request, HOST)
                .filter(Forwarded::isAuthority)
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.HOST))
                        .map(Forwarded::withoutEmptyPort)
                        .filter(Forwarded::isAuthority))
                .map(authority -> firstValue(request, "X-Forwarded-Port")
                        .filter(port -> PORT.matcher(port).matches())
                        .map(port -> withPort(authority, port, scheme(request)))
                        .orElse(authority));
    }

    /** The host without its port and a dot at its end, in lower case; an empty string if the request has none. */
    public static String host(HttpServerRequest request) {
        String authority = firstValue(request, HOST)
                .filter(Forwarded::isAuthority)
                .orElseGet(() -> request.getHeader(HttpHeaders.HOST));
        return authority == null ? "" : withoutDot(withoutPort(authority)).toLowerCase(Locale.ROOT);
    }

    /** Names the same host: the dot stands for the root of the name system. */
    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String withPort(String authority, String port, String scheme) {
        String host = withoutPort(authority);
        return port.equals(scheme.equals("https") ? "443" : "80") ? host : host + ":" + port;
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    private static String withoutEmptyPort(String authority) {
        return authority.endsWith(":") ? authority.substring(0, authority.length() - 1) : authority;
    }

    private static boolean isAuthority(String text) {
        return text.length() <= MAX_AUTHORITY && AUTHORITY.matcher(text).matches();
    }

    private static Optional<String> firstValue(HttpServerRequest request, CharSequence header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(value -> value.split(",", 2)[0].strip())
                .filter(value -> !value.isEmpty());
    }
}
