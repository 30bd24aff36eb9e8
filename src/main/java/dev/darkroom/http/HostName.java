package dev.darkroom.http;

import dev.darkroom.access.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The host in a {@code Host} header (RFC 9110, section 7.2).
 *
 * @param text a name in lower case without a dot at the end, or an address without brackets
 */
public record HostName(String text) {

    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[A-Za-z0-9_-]{1,63}";
    private static final String NAME = LABEL + "(?:\\." + LABEL + ")*+";
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<name>" + NAME + ")\\.?|\\[(?<v6>[0-9A-Fa-f:.]{2,45})])(?::\\d{0,5})?");

    /** In a URL, such a host is an IPv4 address (URL Living Standard, section 3.5), and not a name. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)");

    /** Ignores the port. Empty if {@code authority} is neither a name nor an address, or has anything else in it. */
    public static Optional<HostName> of(String authority) {
        Matcher parts = AUTHORITY.matcher(authority);
        if (authority.length() > MAX_LENGTH + ".:65535".length() || !parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group("name");
        return name == null ? address(parts.group("v6")) : named(name.toLowerCase(Locale.ROOT));
    }

    private static Optional<HostName> named(String name) {
        if (ENDS_IN_NUMBER.matcher(name).matches()) {
            return address(name);
        }
        return name.length() <= MAX_LENGTH ? Optional.of(new HostName(name)) : Optional.empty();
    }

    private static Optional<HostName> address(String text) {
        return IpAddress.parse(text).map(address -> new HostName(text));
    }

    public boolean isAddress() {
        return IpAddress.parse(text).isPresent();
    }

    /** Whether the name has no dot. No public domain has such a name; local networks do. */
    public boolean isSingleLabel() {
        return text.indexOf('.') < 0 && text.indexOf(':') < 0;
    }

    /** Whether the name is a subdomain of {@code domain}. */
    public boolean isBelow(String domain) {
        return text.endsWith("." + domain);
    }
}
