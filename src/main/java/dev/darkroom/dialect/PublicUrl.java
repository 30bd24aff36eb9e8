package dev.darkroom.dialect;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a client reaches this server, so that every URL in an answer works from where that client stands: from the
 * {@code Host} and {@code X-Forwarded-*} headers of its request, or fixed by {@code darkroom.public-url}.
 */
@ApplicationScoped
public class PublicUrl {

    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    private final Optional<String> fixed;

    PublicUrl(@ConfigProperty(name = "darkroom.public-url") Optional<String> fixed) {
        this.fixed = fixed.map(PublicUrl::withoutSlash);
    }

    /** Scheme, host, port and a proxy's prefix, without a slash at the end: {@code http://localhost:8080}. */
    public String of(HttpServerRequest request) {
        return fixed.orElseGet(() -> request.scheme() + "://" + authority(request) + prefix(request));
    }

    private static String authority(HttpServerRequest request) {
        String host = request.authority() == null ? "" : request.authority().toString();
        return AUTHORITY.matcher(host).matches()
                ? host
                : "localhost:" + request.localAddress().port();
    }

    private static String prefix(HttpServerRequest request) {
        String prefix = request.getHeader("X-Forwarded-Prefix");
        String trimmed = prefix == null ? "" : withoutSlash(prefix);
        return PREFIX.matcher(trimmed).matches() ? trimmed : "";
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
