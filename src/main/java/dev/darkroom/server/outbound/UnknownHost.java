package dev.darkroom.server.outbound;

import java.util.regex.Pattern;

/** Explains why a host name has no address. */
final class UnknownHost {

    /** Browsers and curl read such a host as an IPv4 address; Java does not. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    private UnknownHost() {}

    static String reason(String host, Throwable failure) {
        String reason = "The host name '" + host + "' cannot be resolved: " + detail(host, failure);
        return ENDS_IN_NUMBER.matcher(host).matches()
                ? reason + "; write an IPv4 address as four decimal numbers, such as 127.0.0.1"
                : reason;
    }

    /** The resolver's message begins with the name, or is nothing else. */
    private static String detail(String host, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        String prefix = host + ": ";
        return message.startsWith(prefix)
                ? "the host is unknown (" + message.substring(prefix.length()) + ")"
                : "the host is unknown";
    }
}
