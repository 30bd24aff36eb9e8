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

    /** Leaves 53 bits of a drawn seed, which JSON parsers read exactly. */
    private static final int DROPPED_SEED_BITS = 11;

    private final long seed;
    private final IdStream taskIds;
    private final IdStream errorIds;
    private final SplittableRandom latencies;

    /**
     * The seed of one sandbox. Each bit of both parameters has an effect, because {@link SplittableRandom} mixes the
     * bits of its seed.
     *
     * @param serverSeed the seed of all sandboxes
     * @param keyHandle the handle of the sandbox's key, as a number
     * @return at most 53 bits
     */
    static long seed(long serverSeed, long keyHandle) {
        long mixed = new SplittableRandom(serverSeed).nextLong();
        return new SplittableRandom(mixed ^ keyHandle).nextLong() >>> DROPPED_SEED_BITS;
    }

    /** The ids of errors, drawn from a stream that differs from the other streams of the same seed. */
    static IdStream errorIds(long seed) {
        return new IdStream(new SplittableRandom(seed).split());
    }

    RandomStreams(long seed) {
        this.seed = seed;
        this.taskIds = new IdStream(new SplittableRandom(seed));
        this.errorIds = errorIds(seed);
        this.latencies = new SplittableRandom(~seed);
    }

    long seed() {
        return seed;
    }

    /**
     * A task id.
     *
     * @param isUsed whether an id is already taken; setting the same seed again repeats the ids
     */
    UUID nextTaskId(Predicate<UUID> isUsed) {
        UUID id = PublicId.id(taskIds.next());
        while (isUsed.test(id)) {
            id = PublicId.id(taskIds.next());
        }
        return id;
    }

    UUID nextErrorId() {
        return errorIds.next();
    }

    RandomGenerator latencies() {
        return latencies;
    }
}
