package dev.darkroom.sandbox;

import java.util.SplittableRandom;
import java.util.UUID;

/** A stream of random ids, which look like UUIDs of version 4. Thread-safe. */
final class IdStream {

    private final SplittableRandom random;

    IdStream(SplittableRandom random) {
        this.random = random;
    }

    synchronized UUID next() {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(version4, variant2);
    }
}
