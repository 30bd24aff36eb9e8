package dev.darkroom.sandbox;

import dev.darkroom.task.PublicId;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * All chance in one sandbox: the same seed, and the same requests in the same order, have the same results. What is
 * drawn for one purpose changes nothing for another.
 */
final class RandomStreams {

    private final long seed;
    private final SplittableRandom ids;
    private final SplittableRandom latencies;

    /**
     * The seed of one of many.
     *
     * @param common the seed of them all
     * @param own what tells it from the others
     * @return a number that every program can read, so of 53 bits at most
     */
    static long seed(long common, long own) {
        return (common ^ own) >>> 11;
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
     * A UUID that looks like one of version 4, as task ids do.
     *
     * @param isUsed tells of ids that are used already, as all are when a seed is set for the second time
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
