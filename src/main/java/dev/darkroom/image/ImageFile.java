package dev.darkroom.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The file of a picture.
 *
 * @param tag another one for other bytes
 * @param isComplete whether all its references could be had
 */
public record ImageFile(ImageFormat format, byte[] bytes, String tag, boolean isComplete) {

    private static final int TAG_BYTES = 8;

    static ImageFile of(ImageFormat format, byte[] bytes, boolean isComplete) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ImageFile(format, bytes, HexFormat.of().formatHex(digest, 0, TAG_BYTES), isComplete);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
