package dev.darkroom.task;

import java.util.UUID;

/**
 * A task id that says whose task it is, for whoever asks for a picture shows no key. The last 32 bits of an id follow from the
 * others, so in public the mark of a sandbox stands in their place.
 */
public final class PublicId {

    private static final long LAST_32 = 0xFFFFFFFFL;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private PublicId() {}

    /** An id whose last 32 bits follow from the others of {@code random}. */
    public static UUID id(UUID random) {
        long high = random.getMostSignificantBits();
        long low = random.getLeastSignificantBits() & ~LAST_32;
        long mixed = (high ^ Long.rotateLeft(low, 29)) * SPREAD;
        return new UUID(high, low | (mixed ^ mixed >>> 32) & LAST_32);
    }

    /** @param mark of the sandbox that has the task */
    public static UUID of(UUID id, int mark) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~LAST_32 | mark & LAST_32);
    }

    public static int mark(UUID publicId) {
        return (int) publicId.getLeastSignificantBits();
    }
}
