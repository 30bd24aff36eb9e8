package dev.darkroom.http;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/**
 * An http or https URL that the server sends a request to.
 *
 * @param isSecure whether it is an https URL
 * @param user the user name and the password, as the URL has them; never show them
 * @param host a name or an IPv4 address in ASCII and in lower case, or an IPv6 address without brackets
 * @param target the path and the query, percent-encoded
 */
public record HttpUrl(boolean isSecure, Optional<String> user, String host, int port, String target) {

    private static final String HIDDEN = "…";

    /** The host as a {@code Host} header has it: with brackets around an IPv6 address. */
    public String hostInUrl() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /** Identifies the receiver, however its URL is written. */
    public String endpoint() {
        return hostInUrl() + ":" + port;
    }

    /** Whether the port is that of the scheme, which clients leave out. */
    public boolean hasDefaultPort() {
        return port == (isSecure ? 443 : 80);
    }

    /** The {@code Authorization} header that clients send for the user name and the password. */
    public Optional<String> authorization() {
        return user.map(written -> written.indexOf(':') < 0 ? written + ":" : written)
                .map(PercentEncoding::decode)
                .map(credentials -> "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /**
     * The URL that a {@code Location} header means. The user name and the password go to the same server only.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public HttpUrl resolve(String location) {
        URI absolute = URI.create(scheme() + endpoint() + target).resolve(PercentEncoding.encode(location.strip()));
        HttpUrl next = HttpUrls.parse(absolute.toString())
                .orElseThrow(() -> new IllegalArgumentException("it redirects to a URL that is not http or https"));
        boolean isSameServer = next.isSecure == isSecure && next.endpoint().equals(endpoint());
        Optional<String> nextUser = next.user.or(() -> isSameServer ? user : Optional.empty());
        return new HttpUrl(next.isSecure, nextUser, next.host, next.port, next.target);
    }

    /** The URL without the path and the query, to be shown. */
    public String origin() {
        String hidden = user.map(secret -> HIDDEN + "@").orElse("");
        return scheme() + hidden + (hasDefaultPort() ? hostInUrl() : endpoint());
    }

    /** The URL, with the user name and the password hidden. */
    @Override
    public String toString() {
        return origin() + target;
    }

    private String scheme() {
        return isSecure ? "https://" : "http://";
    }
}
