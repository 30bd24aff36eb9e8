package dev.darkroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.Locale;

/** Reads the host of a URL (URL Living Standard, section 3.5), except for the unusual spellings of IPv4 addresses. */
final class UrlHost {

    private static final int ASCII = 128;

    private UrlHost() {}

    /** The host in ASCII and in lower case, without brackets; as it is written if it is no valid name. */
    static String of(String written) {
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1).toLowerCase(Locale.ROOT);
        }
        String decoded = new String(PercentEncoding.decode(written), UTF_8);
        return (isAscii(decoded) ? decoded : ascii(decoded)).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < ASCII);
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
