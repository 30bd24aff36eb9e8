package dev.darkroom.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that requests and responses in progress take together, in estimated bytes. Each reservation has a holder,
 * such as an API key. When the memory is used up, the holder with the largest share gives way: its oldest reservations
 * are revoked until the new one fits, and its own new ones are refused. So a client that sends or reads slowly cannot
 * take the memory of others.
 *
 * <p>Thread-safe.
 */
public final class InFlightMemory {

    /** A holder of this part of the memory is small. */
    private static final int SMALL_PART = 256;

    private final long limit;

    /** In the order of arrival. Among holders of the same size, the first gives way. */
    private final Map<String, Holder> holders = new LinkedHashMap<>();

    private long reserved;
    private long pinned;
    private long revocations;
    private long refusals;

    /** @param limit in bytes */
    public InFlightMemory(long limit) {
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }

    /** The name of the holder of what requests with this API key take. */
    public static String holderOf(String key) {
        return "key " + key;
    }

    /**
     * Reserves memory.
     *
     * @param holder who needs it
     * @param bytes at least 0; the reservation can grow
     * @param revoke frees the memory because another holder needs it; called at most once, from any thread, and without
     *     a lock held
     * @return empty if there is not enough memory and no other holder has a larger share
     */
    public Optional<Reservation> reserve(String holder, long bytes, Runnable revoke) {
        Reservation reservation;
        boolean hasRoom;
        List<Reservation> revoked = new ArrayList<>();
        synchronized (this) {
            reservation = new Reservation(holders.computeIfAbsent(holder, Holder::new), revoke);
            hasRoom = makeRoom(reservation.holder, bytes, revoked);
            if (hasRoom) {
                reservation.add(bytes);
            } else {
                refusals++;
                reservation.holder.removeIfUnused();
            }
        }
        revoked.forEach(victim -> victim.revoke.run());
        return hasRoom ? Optional.of(reservation) : Optional.empty();
    }

    /** The bytes that all holders have reserved. */
    public synchronized long reserved() {
        return reserved;
    }

    /** How often a reservation was revoked. */
    public synchronized long revocations() {
        return revocations;
    }

    /** How often memory was refused. */
    public synchronized long refusals() {
        return refusals;
    }

    /**
     * Revokes reservations of larger holders until {@code bytes} fit. A small holder may also take the place of one of
     * the same size.
     *
     * @return false if they do not fit, even if some reservations were revoked
     */
    private boolean makeRoom(Holder holder, long bytes, List<Reservation> revoked) {
        while (reserved + bytes > limit) {
            Optional<Holder> largest = holders.values().stream()
                    .filter(other -> other != holder && other.oldest != null)
                    .max(Comparator.comparingLong(other -> other.bytes));
            if (largest.isEmpty() || holder.bytes + bytes > Math.max(largest.get().bytes, maxSmall())) {
                return false;
            }
            Reservation oldest = largest.get().oldest;
            oldest.remove();
            revocations++;
            revoked.add(oldest);
        }
        return true;
    }

    /** The bytes up to which a holder is small. */
    private long maxSmall() {
        return limit / SMALL_PART;
    }

    private final class Holder {

        private final String name;

        /** The ends of a linked list of the reservations that can be revoked. */
        private Reservation oldest;

        private Reservation newest;
        private long bytes;
        private long pinned;
        private int reservations;

        private Holder(String name) {
            this.name = name;
        }

        private void link(Reservation reservation) {
            reservation.older = newest;
            if (newest == null) {
                oldest = reservation;
            } else {
                newest.newer = reservation;
            }
            newest = reservation;
        }

        private void unlink(Reservation reservation) {
            if (reservation.older == null) {
                oldest = reservation.newer;
            } else {
                reservation.older.newer = reservation.newer;
            }
            if (reservation.newer == null) {
                newest = reservation.older;
            } else {
                reservation.newer.older = reservation.older;
            }
            reservation.older = null;
            reservation.newer = null;
        }

        private void removeIfUnused() {
            if (reservations == 0) {
                holders.remove(name);
            }
        }
    }

    /** Memory that a holder has reserved. All methods have no effect once it has been released or revoked. */
    public final class Reservation {

        private final Holder holder;
        private final Runnable revoke;
        private Reservation older;
        private Reservation newer;
        private long bytes;
        private boolean isPinned;
        private boolean isOver;

        private Reservation(Holder holder, Runnable revoke) {
            this.holder = holder;
            this.revoke = revoke;
        }

        /** Reserves more; false if there is not enough memory, or the reservation is over. */
        public boolean grow(long more) {
            boolean hasRoom;
            List<Reservation> revoked = new ArrayList<>();
            synchronized (InFlightMemory.this) {
                hasRoom = !isOver && makeRoom(holder, more, revoked);
                if (hasRoom) {
                    change(more);
                } else if (!isOver) {
                    refusals++;
                }
            }
            revoked.forEach(victim -> victim.revoke.run());
            return hasRoom;
        }

        /** Returns a part of the memory. */
        public void shrink(long fewer) {
            synchronized (InFlightMemory.this) {
                if (!isOver) {
                    change(-Math.min(fewer, bytes));
                }
            }
        }

        /**
         * Excludes the reservation from revocation, because its memory cannot be freed early. Holders that are not
         * small can pin half of the limit. What one of them has pinned counts twice, so that others can pin some, too.
         * Small holders can pin memory up to the limit.
         *
         * @return false if the holder cannot pin so much; the reservation is then unchanged
         */
        public boolean pin() {
            synchronized (InFlightMemory.this) {
                if (isOver || isPinned) {
                    return isPinned && !isOver;
                }
                boolean isSmall = holder.pinned + bytes <= maxSmall() && pinned + bytes <= limit;
                if (pinned + holder.pinned + bytes > limit / 2 && !isSmall) {
                    refusals++;
                    return false;
                }
                holder.unlink(this);
                isPinned = true;
                holder.pinned += bytes;
                pinned += bytes;
                return true;
            }
        }

        public void release() {
            synchronized (InFlightMemory.this) {
                if (!isOver) {
                    remove();
                }
            }
        }

        private void add(long reservedBytes) {
            holder.reservations++;
            holder.link(this);
            change(reservedBytes);
        }

        private void change(long difference) {
            bytes += difference;
            holder.bytes += difference;
            reserved += difference;
            if (isPinned) {
                holder.pinned += difference;
                pinned += difference;
            }
        }

        private void remove() {
            isOver = true;
            change(-bytes);
            if (!isPinned) {
                holder.unlink(this);
            }
            holder.reservations--;
            holder.removeIfUnused();
        }
    }
}
