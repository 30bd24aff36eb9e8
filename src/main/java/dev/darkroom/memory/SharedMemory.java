package dev.darkroom.memory;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The memory that data of one kind may take, in estimated bytes. Several holders share it, and each has a
 * {@link Share}. When the memory is full, the holder that uses most drops data first. So a flood of one holder costs
 * the others nothing.
 *
 * <p>Thread-safe.
 */
public final class SharedMemory {

    /** When the memory is full, about this part of it is freed at once, so that few calls have to free memory. */
    private static final int FREED_PART = 20;

    /** The limit on what is freed at once, so that no call takes long. */
    private static final long MAX_FREED = 4L << 20;

    /** All holders together may leave about this part of the memory unreported. */
    private static final int UNREPORTED_PART = 1024;

    /** Among holders of about the same size, each drops this part of its data in turn. */
    private static final int TURN_PART = 16;

    /** This part is reserved for small holders. */
    private static final int RESERVED_PART = 8;

    /** A holder of this part is small. */
    private static final int SMALL_PART = 512;

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong fixed = new AtomicLong();
    private final Set<Share> shares = ConcurrentHashMap.newKeySet();
    private volatile long step;
    private final AtomicBoolean isFreeing = new AtomicBoolean();

    /** @param limit in bytes */
    public SharedMemory(long limit) {
        this.limit = limit;
        setStep();
    }

    /** Memory that is never full. */
    public static SharedMemory unlimited() {
        return new SharedMemory(Long.MAX_VALUE);
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }

    /** The bytes that all holders use, as far as they have reported it. */
    public long used() {
        return used.get();
    }

    /** Whether data that must stay takes three quarters of the memory or more. */
    public boolean isScarce() {
        return fixed.get() >= limit / 4 * 3;
    }

    /**
     * Adds a holder.
     *
     * @param drop drops the holder's oldest data, as many bytes as given or a little more, and takes the holder's lock
     *     for it
     */
    public Share newShare(LongConsumer drop) {
        Share share = new Share(this, drop);
        shares.add(share);
        setStep();
        return share;
    }

    /** The bytes that data that must stay may still take. */
    long free() {
        return limit - fixed.get();
    }

    /** The bytes that only small holders may use for data that must stay. */
    long reservedForSmall() {
        return limit / RESERVED_PART;
    }

    /** The bytes of data that must stay up to which a holder is small. */
    long maxSmall() {
        return limit / SMALL_PART;
    }

    /** Frees memory for this many bytes, if necessary. It does not wait for another thread that already does so. */
    void makeRoom(long bytes) {
        if (used.get() > limit - bytes && isFreeing.compareAndSet(false, true)) {
            try {
                free(limit - bytes - Math.min(limit / FREED_PART, MAX_FREED));
            } finally {
                isFreeing.set(false);
            }
        }
    }

    void add(long fixedBytes, long droppableBytes) {
        if (fixedBytes != 0) {
            fixed.addAndGet(fixedBytes);
        }
        if (fixedBytes + droppableBytes != 0) {
            used.addAndGet(fixedBytes + droppableBytes);
        }
    }

    void remove(Share share) {
        shares.remove(share);
        setStep();
    }

    /** The bytes that a holder may use or free before it reports them. */
    long step() {
        return step;
    }

    private void setStep() {
        step = limit / UNREPORTED_PART / Math.max(1, shares.size());
    }

    /** Lets the largest holder drop data, again and again, until at most {@code target} bytes are used. */
    private void free(long target) {
        PriorityQueue<Holding> largest =
                new PriorityQueue<>(Comparator.comparingLong(Holding::bytes).reversed());
        shares.forEach(share -> addTo(largest, share));
        while (used.get() > target && !largest.isEmpty()) {
            Share share = largest.remove().share();
            long next = largest.isEmpty() ? 0 : largest.element().bytes();
            long surplus = share.bytes() - next + next / TURN_PART;
            if (share.drop(Math.max(1, Math.min(surplus, used.get() - target)))) {
                addTo(largest, share);
            }
        }
    }

    private static void addTo(PriorityQueue<Holding> holdings, Share share) {
        if (share.hasDroppable()) {
            holdings.add(new Holding(share, share.bytes()));
        }
    }

    /** A share and its size at one moment, because a queue cannot sort by what changes. */
    private record Holding(Share share, long bytes) {}
}
