package dev.darkroom.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognizes http and https URLs in requests. */
public final class HttpUrls {

    /**
     * A URL that the server can connect to. The contracts contain the same pattern. {@link URI} alone accepts any
     * scheme and non-ASCII letters, and rejects host names with underscores, which are common in Docker Compose files.
     */
    public static final Pattern ADDRESS = Pattern.compile("[hH][tT][tT][pP][sS]?://([!-\"$-.0->A-~]*@)?"
            + "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])"
            + "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9][0-9]|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?)?([/?#][!-~]*)?");

    /** A URL as a browser accepts it, including spaces. */
    public static final Pattern LENIENT =
            Pattern.compile("[hH][tT][tT][pP][sS]?://[^/?#\\u0000-\\u0020][^\\u0000\\r\\n]*");

    private HttpUrls() {}

    /** Parses an absolute http or https URL with a host; empty for anything else. */
    public static Optional<URI> parse(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? Optional.of(new URI(text)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
