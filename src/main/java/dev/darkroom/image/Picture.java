package dev.darkroom.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file of a picture.
 *
 * @param tag another one for other bytes
 */
public record Picture(ImageFormat format, byte[] bytes, String tag) {

    private static final int TAG_BYTES = 8;

    static Picture of(ImageFormat format, byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Picture(format, bytes, HexFormat.of().formatHex(digest, 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
