package dev.darkroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Percent-encodes and decodes the parts of URLs (RFC 3986, section 2.1), as leniently as browsers. */
final class PercentEncoding {

    private static final String NEVER_IN_URLS = "\"<>\\^`{|}";

    private PercentEncoding() {}

    /** Encodes what must not be in a URL. A percent sign stays if two hexadecimal digits follow it. */
    static String encode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean isValid = c > ' ' && c < 0x7F && NEVER_IN_URLS.indexOf(c) < 0 && (c != '%' || isEscape(bytes, i));
            encoded.append(isValid ? Character.toString(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    /** Decodes all valid escapes; a plus sign stays. */
    static byte[] decode(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (isEscape(bytes, i)) {
                decoded.write(digit(bytes, i + 1) << 4 | digit(bytes, i + 2));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return bytes[at] == '%' && at + 2 < bytes.length && digit(bytes, at + 1) >= 0 && digit(bytes, at + 2) >= 0;
    }

    private static int digit(byte[] bytes, int at) {
        return Character.digit(bytes[at], 16);
    }
}
