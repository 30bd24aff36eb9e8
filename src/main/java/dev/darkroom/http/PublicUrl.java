package dev.darkroom.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The URL at which a client reaches this server, so that every URL in a response works for that client. It is derived
 * from the request's {@code Host} and {@code X-Forwarded-*} headers unless {@code darkroom.public-url} sets it.
 */
@Singleton
public class PublicUrl {

    private static final Pattern VALID_PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    private static final String DIALECT_PREFIX_KEY = PublicUrl.class.getName();

    private static final List<CharSequence> FORWARDED_HEADERS = Stream.of(
                    "Forwarded", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix")
            .map(HttpHeaders::createOptimized)
            .toList();

    private static final int MAX_HOSTS = 1000;
    private static final int MAX_PREFIX = 200;

    private final Map<String, String> byHost = new ConcurrentHashMap<>();
    private final Optional<String> configured;

    PublicUrl(NetworkConfig config) {
        this.configured = config.publicUrl().map(PublicUrl::withoutTrailingSlash);
    }

    /** Remembers that the client's URL has a dialect's prefix, {@code /<name>}. */
    public static void setDialectPrefix(RoutingContext exchange, String prefix) {
        exchange.put(DIALECT_PREFIX_KEY, prefix);
    }

    /** The dialect's prefix in the client's URL; empty if it has none. */
    public static Optional<String> dialectPrefix(RoutingContext exchange) {
        return Optional.ofNullable(exchange.get(DIALECT_PREFIX_KEY));
    }

    /** Whether {@code darkroom.public-url} sets the URL. */
    public boolean isConfigured() {
        return configured.isPresent();
    }

    /** Scheme, host, port and a proxy's prefix, without a trailing slash: {@code http://localhost:8080}. */
    public String serverUrl(RoutingContext exchange) {
        return configured.orElseGet(() -> cachedUrl(exchange.request()));
    }

    /** The {@link #serverUrl}, followed by the dialect's prefix if the client's URL has it. */
    public String dialectUrl(RoutingContext exchange) {
        String prefix = exchange.get(DIALECT_PREFIX_KEY);
        return prefix == null ? serverUrl(exchange) : serverUrl(exchange) + prefix;
    }

    /** Caches the URLs of direct requests, because each task stores the URL. */
    private String cachedUrl(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host == null || !isDirect(request)) {
            return derive(request);
        }
        String url = byHost.get(host);
        if (url == null) {
            url = derive(request);
            if (byHost.size() < MAX_HOSTS && host.length() <= url.length()) {
                byHost.put(host, url);
            }
        }
        return url;
    }

    /** Whether the URL depends on the {@code Host} header alone. */
    private static boolean isDirect(HttpServerRequest request) {
        for (CharSequence name : FORWARDED_HEADERS) {
            if (request.headers().contains(name)) {
                return false;
            }
        }
        return request.uri().startsWith("/") && !request.connection().isSsl();
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
        String trimmed = prefix == null ? "" : withoutTrailingSlash(prefix);
        return trimmed.length() <= MAX_PREFIX && VALID_PREFIX.matcher(trimmed).matches() && !trimmed.contains("..")
                ? trimmed
                : "";
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
