package dev.darkroom.journal;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Exchanges in the order of their numbers, in a ring that grows as needed. It stores the size of each, because
 * measuring an old exchange again is slow: it is no longer in the processor's cache.
 */
final class ExchangeRing {

    private static final int INITIAL_CAPACITY = 16;

    private Exchange[] ring = new Exchange[INITIAL_CAPACITY];
    private int[] bytes = new int[INITIAL_CAPACITY];
    private int first;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Adds an exchange.
     *
     * @param exchange has a higher number than all others
     * @return the memory that it takes, in bytes
     */
    int add(Exchange exchange) {
        if (size == ring.length) {
            grow();
        }
        int last = index(size++);
        ring[last] = exchange;
        bytes[last] = exchange.bytes();
        return bytes[last];
    }

    /**
     * Removes the oldest exchange.
     *
     * @return the memory that it took, in bytes
     */
    int removeOldest() {
        int freed = bytes[first];
        ring[first] = null;
        first = index(1);
        size--;
        return freed;
    }

    void clear() {
        ring = new Exchange[INITIAL_CAPACITY];
        bytes = new int[INITIAL_CAPACITY];
        first = 0;
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

    private void grow() {
        Exchange[] grownRing = new Exchange[size * 2];
        int[] grownBytes = new int[size * 2];
        for (int i = 0; i < size; i++) {
            grownRing[i] = ring[index(i)];
            grownBytes[i] = bytes[index(i)];
        }
        ring = grownRing;
        bytes = grownBytes;
        first = 0;
    }

    private Exchange get(int position) {
        return ring[index(position)];
    }

    private int index(int position) {
        return (first + position) % ring.length;
    }
}
