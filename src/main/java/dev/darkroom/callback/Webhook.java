package dev.darkroom.callback;

import java.util.Base64;
import java.util.List;

/**
 * A receiver that is set up for a sandbox, and not in a request.
 *
 * @param url a valid http or https URL
 * @param secret as {@link #SECRET_RULE} says. Nothing that is shown or logged contains it, only {@link #maskedSecret()}
 * @param events the events that it receives; empty for all
 */
public record Webhook(String url, String secret, List<String> events) {

    /** How many webhooks a sandbox may have. */
    public static final int MAX = 16;

    /** Describes a valid secret (Standard Webhooks 1.0.0: Symmetric; it recommends at least 24 bytes). */
    public static final String SECRET_RULE = "whsec_ and then 1 to 64 bytes in Base64";

    private static final String SECRET_PREFIX = "whsec_";
    private static final int MIN_KEY_BYTES = 1;
    private static final int MAX_KEY_BYTES = 64;
    private static final int SHOWN = 3;

    /** The shortest secret of which some letters are shown, in letters. */
    private static final int MIN_SHOWN = 32;

    /** Base64 has groups of this many characters. Some clients reject a text without the padding at its end. */
    private static final int GROUP = 4;

    public Webhook {
        events = List.copyOf(events);
    }

    /** Whether the text is as {@link #SECRET_RULE} says. */
    public static boolean isSecret(String text) {
        if (!text.startsWith(SECRET_PREFIX) || (text.length() - SECRET_PREFIX.length()) % GROUP != 0) {
            return false;
        }
        try {
            int bytes = decode(text).length;
            return bytes >= MIN_KEY_BYTES && bytes <= MAX_KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The key that messages are signed with. */
    public byte[] key() {
        return decode(secret);
    }

    /** Shows enough of the secret to recognize it and too little to use it: {@code whsec_MfK…wM=}, or {@code whsec_…}. */
    public String maskedSecret() {
        if (secret.length() < MIN_SHOWN) {
            return SECRET_PREFIX + "…";
        }
        return secret.substring(0, SECRET_PREFIX.length() + SHOWN) + "…" + secret.substring(secret.length() - SHOWN);
    }

    /** Whether it receives this event. */
    public boolean receives(String event) {
        return events.isEmpty() || events.contains(event);
    }

    @Override
    public String toString() {
        return "Webhook[url=" + url + ", secret=" + maskedSecret() + ", events=" + events + "]";
    }

    private static byte[] decode(String secret) {
        return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
    }
}
