package dev.darkroom.http;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Decodes {@code data:} URIs (RFC 2397). */
public final class DataUri {

    private static final Pattern IMAGE = Pattern.compile("data:image/", Pattern.CASE_INSENSITIVE);

    private DataUri() {}

    /** Whether an image in such a URI begins in these bytes. */
    public static boolean isIn(Buffer bytes) {
        return IMAGE.matcher(bytes.toString(StandardCharsets.ISO_8859_1)).find();
    }

    /** @throws IllegalArgumentException if the URI is malformed */
    public static byte[] read(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("a data: URI must have a comma before its data");
        }
        boolean isBase64 = uri.substring(0, comma).endsWith(";base64");
        String data = URLDecoder.decode(uri.substring(comma + 1).replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        return isBase64
                ? Base64.getMimeDecoder().decode(data.replace('-', '+').replace('_', '/'))
                : data.getBytes(StandardCharsets.ISO_8859_1);
    }
}
