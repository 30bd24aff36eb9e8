package dev.darkroom.ledger;

import dev.darkroom.ledger.Entry.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * The newest entries of a ledger. They are kept as numbers in one array, for there are two of every task: so they take
 * 48 bytes each, and the garbage collector has nothing to follow.
 */
final class Entries {

    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_BITS = 2;
    private static final int FIRST_ROOM = 16;

    /** Where the parts of an entry are. */
    private static final int SECOND = 0;

    private static final int NANO_AND_KIND = 1;
    private static final int TASK = 2;
    private static final int AMOUNT = 4;
    private static final int BALANCE = 5;
    private static final int WIDTH = 6;

    /** An array has no room for more. */
    private static final int MAX_ENTRIES = Integer.MAX_VALUE / WIDTH;

    private final int most;
    private long[] ring = new long[0];
    private long written;

    /** @param most how many are kept */
    Entries(int most) {
        this.most = Math.min(most, MAX_ENTRIES);
    }

    /** @param task null when it is about none */
    void add(Kind kind, UUID task, Credits amount, Credits balance, Instant at) {
        int room = ring.length / WIDTH;
        if (written == room && room < most) {
            ring = Arrays.copyOf(ring, WIDTH * Math.min(most, Math.max(FIRST_ROOM, room * 2)));
        }
        int start = start(++written);
        ring[start + SECOND] = at.getEpochSecond();
        ring[start + NANO_AND_KIND] = (long) at.getNano() << KIND_BITS | kind.ordinal();
        ring[start + TASK] = task == null ? 0 : task.getMostSignificantBits();
        ring[start + TASK + 1] = task == null ? 0 : task.getLeastSignificantBits();
        ring[start + AMOUNT] = amount.thousandths();
        ring[start + BALANCE] = balance.thousandths();
    }

    /** The newest, up to {@code limit}, oldest first. */
    List<Entry> newest(int limit) {
        long kept = Math.min(written, Math.min(limit, most));
        return LongStream.rangeClosed(written - kept + 1, written)
                .mapToObj(this::entry)
                .toList();
    }

    private Entry entry(long number) {
        int start = start(number);
        long nanoAndKind = ring[start + NANO_AND_KIND];
        Kind kind = KINDS[(int) (nanoAndKind & (1 << KIND_BITS) - 1)];
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
        return (int) ((number - 1) % (ring.length / WIDTH)) * WIDTH;
    }
}
