package dev.darkroom.time;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What a sandbox has to do at which instant of its clock. What falls due at the same instant is done in the order
 * in which it was added.
 *
 * <p>Most of it comes in order already, for most delays are one of a few: so there are a few lanes, each of which is in
 * order because nothing is added to it but at its end, and a heap for what fits into none of them.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class DueQueue {

    private static final int LANES = 4;

    /** So many cancelled things may lie about, however few others there are. */
    private static final int LITTER = 64;

    private final List<ArrayDeque<Due>> lanes = new ArrayList<>(LANES);
    private final PriorityQueue<Due> heap =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long added;
    private int size;
    private int cancelled;
    private Queue<Due> first = heap;

    /** @param action is given {@code at}, whenever it comes to be done */
    public Due add(Instant at, Consumer<Instant> action) {
        Due due = new Due(at, added++, action);
        Queue<Due> queue = placeFor(at);
        queue.add(due);
        size++;
        if (queue.peek() == due && isBefore(due, first.peek())) {
            first = queue;
        }
        return due;
    }

    /** The instant of the first thing to do. */
    public Optional<Instant> next() {
        return Optional.ofNullable(first.peek()).map(Due::at);
    }

    /** Whether there is anything to do until {@code end}. */
    public boolean isDue(Instant end) {
        Due next = first.peek();
        return next != null && !next.at().isAfter(end);
    }

    /**
     * Takes the first thing to do.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public Due remove() {
        Due due = removeFirst();
        size--;
        skipCancelled();
        return due;
    }

    /** Sees to it that this is never done, unless it has been taken already; nothing of it is kept for long. */
    public void cancel(Due due) {
        if (due.isWaiting()) {
            due.forget();
            size--;
            cancelled++;
            skipCancelled();
            if (cancelled > LITTER && cancelled > size) {
                sweep();
            }
        }
    }

    /** How many things there are to do. */
    public int size() {
        return size;
    }

    /** The same, and what lies about. */
    int kept() {
        return size + cancelled;
    }

    public void clear() {
        lanes.clear();
        heap.clear();
        first = heap;
        size = 0;
        cancelled = 0;
    }

    private Due removeFirst() {
        Due due = first.remove();
        if (first != heap && first.isEmpty()) {
            lanes.remove(first);
        }
        findFirst();
        return due;
    }

    private void findFirst() {
        first = heap;
        for (ArrayDeque<Due> lane : lanes) {
            if (isBefore(lane.peek(), first.peek())) {
                first = lane;
            }
        }
    }

    private void skipCancelled() {
        while (first.peek() != null && !first.peek().isWaiting()) {
            removeFirst();
            cancelled--;
        }
    }

    private void sweep() {
        heap.removeIf(due -> !due.isWaiting());
        lanes.forEach(lane -> lane.removeIf(due -> !due.isWaiting()));
        lanes.removeIf(ArrayDeque::isEmpty);
        cancelled = 0;
        findFirst();
    }

    /** Of the lanes that end before, the one that ends last. */
    private Queue<Due> placeFor(Instant at) {
        ArrayDeque<Due> place = null;
        for (ArrayDeque<Due> lane : lanes) {
            Instant end = lane.peekLast().at();
            if (!at.isBefore(end)
                    && (place == null || end.isAfter(place.peekLast().at()))) {
                place = lane;
            }
        }
        if (place == null && lanes.size() < LANES) {
            place = new ArrayDeque<>();
            lanes.add(place);
        }
        return place == null ? heap : place;
    }

    /** @param other null when there is none */
    private static boolean isBefore(Due one, Due other) {
        if (other == null) {
            return true;
        }
        int byTime = one.at().compareTo(other.at());
        return byTime < 0 || byTime == 0 && one.number() < other.number();
    }

    /** One thing to do, at one instant. */
    public static final class Due {

        private final Instant at;
        private final long number;
        private Consumer<Instant> action;

        Due(Instant at, long number, Consumer<Instant> action) {
            this.at = at;
            this.number = number;
            this.action = action;
        }

        public Instant at() {
            return at;
        }

        long number() {
            return number;
        }

        /** Does it. It is done once; a second time, nothing happens. */
        public void run() {
            if (isWaiting()) {
                Consumer<Instant> once = action;
                forget();
                once.accept(at);
            }
        }

        private boolean isWaiting() {
            return action != null;
        }

        private void forget() {
            action = null;
        }
    }
}
