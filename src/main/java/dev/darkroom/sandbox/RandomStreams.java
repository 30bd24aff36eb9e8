package dev.darkroom.sandbox;

import dev.darkroom.task.PublicId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * The random values of one sandbox: the same seed, and the same requests in the same order, give the same results. Each
 * purpose has its own stream, so that values drawn for one do not change another.
 */
final class RandomStreams {

    private final long seed;
    private final SplittableRandom ids;
    private final SplittableRandom latencies;

    /**
     * The seed of one sandbox.
     *
     * @param serverSeed the seed of all sandboxes
     * @param keyTag the tag of the sandbox's key, as a number
     * @return at most 53 bits, which JSON parsers read exactly
     */
    static long seed(long serverSeed, long keyTag) {
        return (serverSeed ^ keyTag) >>> 11;
    }

    RandomStreams(long seed) {
        this.seed = seed;
        this.ids = new SplittableRandom(seed);
        this.latencies = new SplittableRandom(~seed);
    }

    long seed() {
        return seed;
    }

    /**
     * A task id, which looks like a UUID of version 4.
     *
     * @param isUsed whether an id is already taken; setting the same seed again repeats the ids
     */
    UUID nextId(Predicate<UUID> isUsed) {
        UUID id = nextId();
        while (isUsed.test(id)) {
            id = nextId();
        }
        return id;
    }

    private UUID nextId() {
        long version4 = (ids.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (ids.nextLong() >>> 2) | 0x8000000000000000L;
        return PublicId.id(new UUID(version4, variant2));
    }

    RandomGenerator latencies() {
        return latencies;
    }
}
