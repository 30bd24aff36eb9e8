package dev.darkroom.console;

import dev.darkroom.http.coding.Gzip;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the console.
 *
 * @param type the value of {@code Content-Type}
 * @param content its content as it is
 * @param compressed its content, compressed with gzip
 * @param hash identifies the content
 */
record ConsoleFile(String type, byte[] content, byte[] compressed, String hash) {

    /** As many bytes of the hash as make two contents with the same hash impossible in practice. */
    private static final int HASH_BYTES = 16;

    static ConsoleFile of(String type, byte[] content) {
        return new ConsoleFile(type, content, Gzip.compress(content), hash(content));
    }

    byte[] body(boolean isCompressed) {
        return isCompressed ? compressed : content;
    }

    /** The entity tag, with its quotes. The two codings of a file are different to a cache (RFC 9110, section 8.8.3). */
    String tag(boolean isCompressed) {
        return '"' + hash + (isCompressed ? "-gzip" : "") + '"';
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
