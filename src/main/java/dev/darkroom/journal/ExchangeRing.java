package dev.darkroom.journal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Exchanges in the order of their numbers, in a ring that grows as needed. */
final class ExchangeRing {

    private static final int INITIAL_CAPACITY = 16;

    private Exchange[] ring = new Exchange[INITIAL_CAPACITY];
    private int first;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** @param exchange has a higher number than all others */
    void add(Exchange exchange) {
        if (size == ring.length) {
            ring = Arrays.copyOf(stream().toArray(Exchange[]::new), size * 2);
            first = 0;
        }
        ring[(first + size++) % ring.length] = exchange;
    }

    Exchange removeOldest() {
        Exchange oldest = ring[first];
        ring[first] = null;
        first = (first + 1) % ring.length;
        size--;
        return oldest;
    }

    void clear() {
        Arrays.fill(ring, null);
        size = 0;
    }

    /** All exchanges, oldest first. */
    Stream<Exchange> stream() {
        return IntStream.range(0, size).mapToObj(this::get);
    }

    Optional<Exchange> find(long number) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = get(middle).number();
            if (found == number) {
                return Optional.of(get(middle));
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private Exchange get(int index) {
        return ring[(first + index) % ring.length];
    }
}
