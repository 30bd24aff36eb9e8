package dev.darkroom.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads http and https URLs in requests, as leniently as the clients that send them. */
public final class HttpUrls {

    private static final String USER = "([^/?#\\\\\"<>\\u0000-\\u0020]*@)?";
    private static final String HOST =
            "([^/?#\\\\@:\\[\\]\\u0000-\\u0020][^/?#\\\\@:\\[\\]\\u0000\\r\\n]*|\\[[0-9A-Fa-f:.]+\\])";
    private static final String PORT =
            "(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9][0-9]|6[0-4][0-9]{3}|[0-5]?[0-9]{1,4})?[\\t ]*)?";

    /**
     * A URL as a browser accepts it: in any script, with spaces and an underscore in the name of the host, and with
     * white space around it. The contracts contain the same pattern. It takes a time proportional to the length of the
     * text. It has no other character in the user information at which the redaction of secrets would stop.
     */
    public static final Pattern PATTERN = Pattern.compile("[\\t\\n\\r ]*[hH][tT][tT][pP][sS]?://" + USER + HOST + PORT
            + "([/?#\\\\][^\\u0000\\r\\n]*)?([\\r\\n][\\t\\n\\r ]*)?");

    private HttpUrls() {}

    /** Whether the text is an absolute http or https URL with a host. */
    public static boolean isUrl(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** The URL without the white space around it; empty if the text is no absolute http or https URL with a host. */
    public static Optional<String> read(String text) {
        return isUrl(text) ? Optional.of(text.strip()) : Optional.empty();
    }

    /** Parses an absolute http or https URL with a host; empty for anything else. */
    public static Optional<HttpUrl> parse(String text) {
        Matcher parts = PATTERN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean isSecure = text.stripLeading().regionMatches(true, "http".length(), "s", 0, 1);
        Optional<String> user =
                Optional.ofNullable(parts.group(1)).map(group -> group.substring(0, group.length() - 1));
        int port = Optional.ofNullable(parts.group(4)).map(Integer::parseInt).orElse(isSecure ? 443 : 80);
        String target = Optional.ofNullable(parts.group(5)).orElse("").stripTrailing();
        return Optional.of(new HttpUrl(isSecure, user, UrlHost.of(parts.group(2).strip()), port, target(target)));
    }

    /** The path and the query as a client sends them: percent-encoded, without the fragment. */
    private static String target(String written) {
        int fragment = written.indexOf('#');
        String whole = fragment < 0 ? written : written.substring(0, fragment);
        int query = whole.indexOf('?');
        String path = (query < 0 ? whole : whole.substring(0, query)).replace('\\', '/');
        return PercentEncoding.encode((path.isEmpty() ? "/" : path) + (query < 0 ? "" : whole.substring(query)));
    }
}
