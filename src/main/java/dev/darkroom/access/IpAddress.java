package dev.darkroom.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as text. Nothing here ever asks a name server. */
public final class IpAddress {

    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    /** What begins and goes on like this, and has a colon, is never taken for a name by {@link InetAddress#getByName}. */
    private static final Pattern PERHAPS_V6 = Pattern.compile("(?=[^:]*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*");

    private IpAddress() {}

    /** An IPv4 or IPv6 address without brackets, port or zone; an IPv4 address in IPv6 clothes is an IPv4 address. */
    public static Optional<InetAddress> parse(String text) {
        if (!V4.matcher(text).matches() && !PERHAPS_V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
