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

    private final List<ArrayDeque<Due>> lanes = new ArrayList<>(LANES);
    private final PriorityQueue<Due> heap =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long added;
    private Queue<Due> first = heap;

    /** @param action is given {@code at}, whenever it comes to be done */
    public Due add(Instant at, Consumer<Instant> action) {
        Due due = new Due(at, added++, action);
        Queue<Due> queue = placeFor(at);
        queue.add(due);
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
        Due due = first.remove();
        if (first != heap && first.isEmpty()) {
            lanes.remove(first);
        }
        first = heap;
        for (ArrayDeque<Due> lane : lanes) {
            if (isBefore(lane.peek(), first.peek())) {
                first = lane;
            }
        }
        return due;
    }

    public void clear() {
        lanes.clear();
        heap.clear();
        first = heap;
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
    public record Due(Instant at, long number, Consumer<Instant> action) {

        public void run() {
            action.accept(at);
        }
    }
}
