package dev.darkroom.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An API key: one to 256 visible ASCII characters. What it must begin with is its dialect's business.
 *
 * @param value the whole key; it never goes into a log, an answer or a picture, {@link #masked()} does
 */
public record ApiKey(String value) {

    private static final int MAX_LENGTH = 256;
    private static final int TAG_BYTES = 8;
    private static final int MIN_SECRET_LENGTH = 10;

    /** Empty when {@code value} cannot be a key. */
    public static Optional<ApiKey> parse(String value) {
        boolean wellFormed = !value.isEmpty() && value.length() <= MAX_LENGTH && isVisibleAscii(value);
        return wellFormed ? Optional.of(new ApiKey(value)) : Optional.empty();
    }

    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    /** Enough of the key to recognise it by and too little to use it: {@code sk-ci…f3}. */
    public String masked() {
        int length = value.length();
        return length < MIN_SECRET_LENGTH
                ? value.substring(0, Math.min(3, length - 1)) + "…"
                : value.substring(0, 5) + "…" + value.substring(length - 2);
    }

    /** Stands for the key inside a public URL: 16 hex digits of its SHA-256. */
    public String tag() {
        byte[] digest = sha256().digest(value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    }

    /** Stands for the key inside the public ids of its tasks: the last 32 bits of its tag. */
    public int mark() {
        return (int) Long.parseUnsignedLong(tag(), 16);
    }

    /** What is shorter than ten characters is no key that a vendor has given out, and may well be a word. */
    public boolean isSecret() {
        return value.length() >= MIN_SECRET_LENGTH;
    }

    /** A text in which the key, if it is a secret, is not shown whole. */
    public String hiddenIn(String text) {
        return isSecret() ? text.replace(value, masked()) : text;
    }

    @Override
    public String toString() {
        return masked();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
