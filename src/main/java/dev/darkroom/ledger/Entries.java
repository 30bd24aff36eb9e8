package dev.darkroom.ledger;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The newest entries of a ledger, in a ring. Every task adds two entries, so they are stored as numbers in one array:
 * an entry takes 48 bytes, and the garbage collector has no references to follow. Amounts and balances take 64 bits
 * each, as in {@link Credits}.
 */
final class Entries {

    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_BITS = 2;
    private static final int KIND_MASK = (1 << KIND_BITS) - 1;
    private static final int INITIAL_CAPACITY = 16;

    /** The offsets of an entry's parts. */
    private static final int SECOND = 0;

    private static final int NANO_AND_KIND = 1;
    private static final int TASK = 2;
    private static final int AMOUNT = 4;
    private static final int BALANCE = 5;
    private static final int WIDTH = 6;

    /** A ring shrinks when it is more than this many times too large. */
    private static final int SPARSE = 4;

    /** The largest ring that fits an array. */
    private static final int MAX_ENTRIES = Integer.MAX_VALUE / WIDTH;

    private final int capacity;
    private long[] ring = new long[0];
    private long written;

    /** How many entries were dropped when the ring became smaller. The entry after them is at the start of the ring. */
    private long dropped;

    /** @param capacity the number of entries to keep; the oldest entry is dropped first */
    Entries(int capacity) {
        this.capacity = Math.min(capacity, MAX_ENTRIES);
    }

    /** @param task null for a grant */
    void add(Kind kind, UUID task, Credits amount, Credits balance, Instant at) {
        int allocated = ring.length / WIDTH;
        if (written - dropped == allocated && allocated < capacity) {
            ring = Arrays.copyOf(ring, WIDTH * Math.min(capacity, Math.max(INITIAL_CAPACITY, allocated * 2)));
        }
        int start = start(++written);
        ring[start + SECOND] = at.getEpochSecond();
        ring[start + NANO_AND_KIND] = (long) at.getNano() << KIND_BITS | kind.ordinal();
        ring[start + TASK] = task == null ? 0 : task.getMostSignificantBits();
        ring[start + TASK + 1] = task == null ? 0 : task.getLeastSignificantBits();
        ring[start + AMOUNT] = amount.micros();
        ring[start + BALANCE] = balance.micros();
    }

    /** Drops all but the newest entries and releases their memory, if the ring is several times too large for these. */
    void dropBeyond(int kept) {
        if (kept < ring.length / WIDTH / SPARSE) {
            long first = Math.max(dropped, written - kept);
            long[] smaller = new long[WIDTH * Math.max(INITIAL_CAPACITY, kept * 2)];
            for (long number = first + 1; number <= written; number++) {
                System.arraycopy(ring, start(number), smaller, (int) (number - 1 - first) * WIDTH, WIDTH);
            }
            ring = smaller;
            dropped = first;
        }
    }

    /** The newest entries, at most {@code limit}, oldest first. */
    List<Entry> newest(int limit) {
        long kept = Math.min(written - dropped, Math.min(limit, capacity));
        return LongStream.rangeClosed(written - kept + 1, written)
                .mapToObj(this::entry)
                .toList();
    }

    /** The oldest entries with a higher number, at most {@code limit}, oldest first. */
    List<Entry> after(long number, int limit) {
        long first = Math.max(number + 1, first());
        return LongStream.rangeClosed(first, Math.min(written, first + limit - 1))
                .mapToObj(this::entry)
                .toList();
    }

    /** The entries of a task, oldest first, among the {@code scanned} entries after this number. */
    List<Entry> ofTask(UUID task, long number, int scanned) {
        return LongStream.rangeClosed(Math.max(number + 1, first()), Math.min(written, number + scanned))
                .filter(candidate -> isOf(candidate, task))
                .mapToObj(this::entry)
                .toList();
    }

    /** The number of the oldest entry that is kept. */
    long first() {
        return written - Math.min(written - dropped, capacity) + 1;
    }

    /** The number of the newest entry; 0 without entries. */
    long written() {
        return written;
    }

    private boolean isOf(long number, UUID task) {
        int start = start(number);
        return ring[start + TASK + 1] == task.getLeastSignificantBits()
                && ring[start + TASK] == task.getMostSignificantBits()
                && (ring[start + NANO_AND_KIND] & KIND_MASK) != Kind.GRANT.ordinal();
    }

    private Entry entry(long number) {
        int start = start(number);
        long nanoAndKind = ring[start + NANO_AND_KIND];
        Kind kind = KINDS[(int) (nanoAndKind & KIND_MASK)];
        return new Entry(
                number,
                Instant.ofEpochSecond(ring[start + SECOND], nanoAndKind >> KIND_BITS),
                kind,
                kind == Kind.GRANT
                        ? Optional.empty()
                        : Optional.of(new UUID(ring[start + TASK], ring[start + TASK + 1])),
                new Credits(ring[start + AMOUNT]),
                new Credits(ring[start + BALANCE]));
    }

    private int start(long number) {
        return (int) ((number - 1 - dropped) % (ring.length / WIDTH)) * WIDTH;
    }
}
