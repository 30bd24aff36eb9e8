package dev.darkroom.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where a client reaches this server, so that every URL in an answer works from where that client stands: from the
 * {@code Host} and {@code X-Forwarded-*} headers of its request, or fixed by {@code darkroom.public-url}.
 */
@Singleton
public class PublicUrl {

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    private static final String DOOR = PublicUrl.class.getName();

    private static final List<String> FORWARDED =
            List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix");

    private static final int MAX_HOSTS = 1000;
    private static final int MAX_PREFIX = 200;

    private final Map<String, String> byHost = new ConcurrentHashMap<>();
    private final Optional<String> fixed;
    private final CurrentVertxRequest current;

    PublicUrl(NetworkConfig config, CurrentVertxRequest current) {
        this.fixed = config.publicUrl().map(PublicUrl::withoutSlash);
        this.current = current;
    }

    /** Remembers that a request came in by a dialect's prefix, {@code /<name>}. */
    public static void enteredBy(RoutingContext context, String prefix) {
        context.put(DOOR, prefix);
    }

    /** Scheme, host, port and a proxy's prefix, without a slash at the end: {@code http://localhost:8080}. */
    public String ofServer() {
        HttpServerRequest request = current.getCurrent().request();
        return fixed.orElseGet(() -> derived(request));
    }

    /** The same, and the prefix of the dialect if the client came in by it. */
    public String ofDoor() {
        String prefix = current.getCurrent().get(DOOR);
        return prefix == null ? ofServer() : ofServer() + prefix;
    }

    /** The same text for all who come the same way: it is kept with each of their tasks. */
    private String derived(HttpServerRequest request) {
        String host = request.getHeader("Host");
        if (host == null || !isDirect(request)) {
            return derive(request);
        }
        String known = byHost.get(host);
        if (known == null) {
            known = derive(request);
            if (byHost.size() < MAX_HOSTS && host.length() <= known.length()) {
                byHost.put(host, known);
            }
        }
        return known;
    }

    /** Whether the Host header alone says it all. */
    private static boolean isDirect(HttpServerRequest request) {
        for (String name : FORWARDED) {
            if (request.headers().contains(name)) {
                return false;
            }
        }
        return request.uri().startsWith("/") && "http".equals(request.scheme());
    }

    private static String derive(HttpServerRequest request) {
        return Forwarded.scheme(request) + "://" + authority(request) + prefix(request);
    }

    private static String authority(HttpServerRequest request) {
        return Forwarded.authority(request)
                .orElseGet(() -> "localhost:" + request.localAddress().port());
    }

    private static String prefix(HttpServerRequest request) {
        String prefix = request.getHeader("X-Forwarded-Prefix");
        String trimmed = prefix == null ? "" : withoutSlash(prefix);
        return trimmed.length() <= MAX_PREFIX && PREFIX.matcher(trimmed).matches() && !trimmed.contains("..")
                ? trimmed
                : "";
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
