package dev.darkroom.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 hash, without the checked exception. */
public final class Sha256 {

    private Sha256() {}

    public static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
