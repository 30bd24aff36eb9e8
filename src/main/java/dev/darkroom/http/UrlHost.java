package dev.darkroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.field.AsciiCase;
import java.net.IDN;

/** Reads the host of a URL (URL Living Standard, section 3.5), except for the unusual spellings of IPv4 addresses. */
final class UrlHost {

    private static final int ASCII = 128;

    /** RFC 1035, section 2.3.4. A longer name is no valid one, and is not converted. */
    private static final int MAX_NAME = 253;

    private UrlHost() {}

    /** The host in ASCII and in lower case, without brackets; as it is written if it is no valid name. */
    static String of(String written) {
        if (written.startsWith("[")) {
            return AsciiCase.lower(written.substring(1, written.length() - 1));
        }
        String decoded = new String(PercentEncoding.decode(written), UTF_8);
        return AsciiCase.lower(isAscii(decoded) ? decoded : ascii(decoded));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < ASCII);
    }

    private static String ascii(String name) {
        if (name.length() > MAX_NAME) {
            return name;
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
