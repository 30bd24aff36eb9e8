package dev.darkroom.http;

import dev.darkroom.image.Reference;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes {@code data:} URIs (RFC 2397). */
public final class DataUri {

    private static final String BASE_64 = ";base64";

    private static final Pattern IMAGE = Pattern.compile("data:image/", Pattern.CASE_INSENSITIVE);

    private static final Pattern MEDIA_TYPE = Pattern.compile("data:([^;,]{0,100})", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]");

    private DataUri() {}

    /** Whether an image in such a URI begins in these bytes. */
    public static boolean isIn(Buffer bytes) {
        return IMAGE.matcher(bytes.toString(StandardCharsets.ISO_8859_1)).find();
    }

    /** The file in the URI, as an upload that was sent in a form. */
    public static Reference.Upload upload(String uri) {
        return Reference.Upload.of("in a data: URI", mediaType(uri), new ContentInUri(uri));
    }

    /** The text up to the first parameter; empty if the URI has none. */
    private static String mediaType(String uri) {
        Matcher matcher = MEDIA_TYPE.matcher(uri);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }

    /** @throws IllegalArgumentException if the URI is malformed */
    public static byte[] read(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("a data: URI must have a comma before its data");
        }
        String data = unescaped(uri.substring(comma + 1));
        return isBase64(uri, comma)
                ? Base64.getMimeDecoder().decode(standardAlphabet(data))
                : data.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes the start of the data, in a time that does not depend on the length of the URI. The result may lack the
     * last two bytes, even if the URI is short.
     *
     * @param max how many characters of the URI are read
     * @return empty if these characters have no comma or are malformed
     */
    public static Optional<byte[]> readStart(String uri, int max) {
        String start = uri.substring(0, Math.min(uri.length(), max));
        int comma = start.indexOf(',');
        int lastEscape = start.lastIndexOf('%');
        boolean isEscapeCut = lastEscape > Math.max(comma, start.length() - 3);
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            String data = unescaped(start.substring(comma + 1, isEscapeCut ? lastEscape : start.length()));
            return Optional.of(
                    isBase64(start, comma)
                            ? Base64.getDecoder().decode(wholeGroups(standardAlphabet(data)))
                            : data.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isBase64(String uri, int comma) {
        return uri.regionMatches(true, comma - BASE_64.length(), BASE_64, 0, BASE_64.length());
    }

    private static String unescaped(String data) {
        return URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
    }

    private static String standardAlphabet(String data) {
        return data.replace('-', '+').replace('_', '/');
    }

    /** Only complete groups of four characters can be decoded. */
    private static String wholeGroups(String base64) {
        String digits = NOT_BASE64.matcher(base64).replaceAll("");
        return digits.substring(0, digits.length() & ~3);
    }
}
