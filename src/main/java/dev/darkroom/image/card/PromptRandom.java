package dev.darkroom.image.card;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/** Numbers that look drawn by chance and follow from a text: the same ones whenever they are drawn anew. */
final class PromptRandom {

    private final SplittableRandom random;

    PromptRandom(String text) {
        this.random = new SplittableRandom(hash(text));
    }

    /** From {@code from} on and below {@code to}. */
    double between(double from, double to) {
        return from + (to - from) * ((random.nextLong() >>> 11) * 0x1p-53);
    }

    /** From 0 on and below {@code bound}. */
    int below(int bound) {
        return (int) between(0, bound);
    }

    /** From {@code from} to {@code to}. */
    int from(int from, int to) {
        return from + below(to - from + 1);
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
