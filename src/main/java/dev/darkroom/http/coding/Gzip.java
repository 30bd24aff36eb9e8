package dev.darkroom.http.coding;

import io.vertx.core.MultiMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compresses responses for clients that accept it. */
public final class Gzip {

    private static final String NAME = "gzip";

    private static final String ANY = "*";

    private Gzip() {}

    /**
     * Whether {@code Accept-Encoding} includes gzip (RFC 9110, section 12.5.3).
     *
     * @param header null if the request has none
     */
    public static boolean isAcceptedBy(String header) {
        if (header == null) {
            return false;
        }
        boolean isAccepted = false;
        for (String entry : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = entry.split(";", 2);
            String coding = parts[0].strip();
            if (coding.equals(NAME)) {
                return !isRefused(parts);
            }
            isAccepted |= coding.equals(ANY) && !isRefused(parts);
        }
        return isAccepted;
    }

    private static boolean isRefused(String[] parts) {
        return parts.length > 1 && parts[1].replace(" ", "").matches("q=0(\\.0*)?");
    }

    /** Says in the headers of a response that its body is compressed. */
    public static void markCompressed(MultiMap headers) {
        headers.set("Content-Encoding", NAME);
        headers.add("Vary", "Accept-Encoding");
    }

    public static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
