package dev.darkroom.image.card;

import dev.darkroom.image.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Pseudorandom numbers seeded with the hash of a text. */
final class PromptRandom {

    private final SplittableRandom random;

    PromptRandom(String text) {
        this.random = new SplittableRandom(hash(text));
    }

    /** A number in [{@code min}, {@code max}). */
    double nextDouble(double min, double max) {
        return min + (max - min) * ((random.nextLong() >>> 11) * 0x1p-53);
    }

    /** An integer in [0, {@code bound}). */
    int nextInt(int bound) {
        return (int) nextDouble(0, bound);
    }

    /** An integer in [{@code min}, {@code max}]. */
    int intInRange(int min, int max) {
        return min + nextInt(max - min + 1);
    }

    private static long hash(String text) {
        return ByteBuffer.wrap(Sha256.hash(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
