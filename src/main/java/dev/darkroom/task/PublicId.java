package dev.darkroom.task;

import java.util.UUID;

/**
 * A task id that identifies the task's sandbox, because a request for an image carries no key. The last 32 bits of an
 * internal id are a hash of the other bits; in the public id, the mark of the sandbox replaces them.
 */
public final class PublicId {

    private static final long LAST_32 = 0xFFFFFFFFL;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private PublicId() {}

    /** The internal id of a task: {@code random}, with its last 32 bits replaced by a hash of the others. */
    public static UUID id(UUID random) {
        long high = random.getMostSignificantBits();
        long low = random.getLeastSignificantBits() & ~LAST_32;
        long mixed = (high ^ Long.rotateLeft(low, 29)) * SPREAD;
        return new UUID(high, low | (mixed ^ mixed >>> 32) & LAST_32);
    }

    /** @param mark identifies the task's sandbox */
    public static UUID of(UUID id, int mark) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() & ~LAST_32 | mark & LAST_32);
    }

    public static int mark(UUID publicId) {
        return (int) publicId.getLeastSignificantBits();
    }
}
