package dev.darkroom.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An API key: 1 to 256 visible ASCII characters. Each dialect has its own rule for the key's prefix.
 *
 * @param value the whole key. Nothing that is shown or logged contains it, only {@link #masked()}
 */
public record ApiKey(String value) {

    private static final int MAX_LENGTH = 256;
    private static final int HANDLE_BYTES = 8;
    private static final int MIN_SECRET_LENGTH = 10;

    /** Empty when {@code value} is not a well-formed key. */
    public static Optional<ApiKey> parse(String value) {
        boolean isWellFormed = !value.isEmpty() && value.length() <= MAX_LENGTH && isVisibleAscii(value);
        return isWellFormed ? Optional.of(new ApiKey(value)) : Optional.empty();
    }

    private static boolean isVisibleAscii(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    /** Shows enough of the key to recognize it and too little to use it: {@code sk-ci…f3}. */
    public String masked() {
        int length = value.length();
        return length < MIN_SECRET_LENGTH
                ? value.substring(0, Math.min(3, length - 1)) + "…"
                : value.substring(0, 5) + "…" + value.substring(length - 2);
    }

    /**
     * Identifies the key and its sandbox in public, without revealing the key: the first 16 hex digits of its SHA-256.
     */
    public String handle() {
        byte[] digest = sha256().digest(value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HANDLE_BYTES);
    }

    /** Identifies the key in the public ids of its tasks: the last 32 bits of its handle. */
    public int mark() {
        return (int) Long.parseUnsignedLong(handle(), 16);
    }

    /**
     * Whether the key may be a real one. Vendors issue no keys of fewer than ten characters, and a short key may be a
     * common word.
     */
    public boolean isSecret() {
        return value.length() >= MIN_SECRET_LENGTH;
    }

    /** Replaces the generated method, which is slow in a native executable. Each request looks up its key in maps. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && key.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform supports SHA-256", e);
        }
    }
}
