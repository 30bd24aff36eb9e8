package dev.darkroom.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses IP addresses. Parsing never queries a name server. */
public final class IpAddress {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** {@link InetAddress#getByName} never resolves a text of this form as a host name, because it contains a colon. */
    private static final Pattern MAYBE_V6 = Pattern.compile("(?=[^:]*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*");

    private IpAddress() {}

    /**
     * Parses an IPv4 or IPv6 address without brackets, port or zone. An IPv4-mapped IPv6 address becomes an IPv4
     * address.
     */
    public static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !MAYBE_V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
