package dev.darkroom.sandbox;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Numbers the exchanges of all sandboxes, from 1. All event loops write the last number with each request, so it has a
 * cache line of its own: otherwise, reads of its neighbors in memory would wait for these writes.
 */
final class ExchangeNumbers {

    private static final int CACHE_LINE = 128 / Long.BYTES;

    private final AtomicLongArray padded = new AtomicLongArray(2 * CACHE_LINE);

    long next() {
        return padded.incrementAndGet(CACHE_LINE);
    }
}
