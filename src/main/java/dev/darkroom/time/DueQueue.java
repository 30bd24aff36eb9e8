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
 * The scheduled actions of a sandbox, ordered by the instant of its clock at which they are due. Actions that are due
 * at the same instant run in the order in which they were added.
 *
 * <p>Most actions arrive in order already, because there are only a few different delays. The queue therefore has a few
 * lanes, which stay sorted because actions are only added at their end, and a heap for actions that fit into no lane.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
public final class DueQueue {

    private static final int LANES = 4;

    /** Up to this many canceled actions may stay in the queue, even if it has few others. */
    private static final int MAX_CANCELED = 64;

    private final List<ArrayDeque<Due>> lanes = new ArrayList<>(LANES);
    private final PriorityQueue<Due> heap =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long added;
    private int size;
    private int canceled;
    private Queue<Due> first = heap;

    /** @param action receives {@code at}, however late it runs */
    public Due add(Instant at, Consumer<Instant> action) {
        Due due = new Due(at, added++, action);
        Queue<Due> queue = queueFor(at);
        queue.add(due);
        size++;
        if (queue.peek() == due && isBefore(due, first.peek())) {
            first = queue;
        }
        return due;
    }

    /** The instant of the first action; empty when there are no actions. */
    public Optional<Instant> next() {
        return Optional.ofNullable(first.peek()).map(Due::at);
    }

    /** Whether an action is due at or before {@code end}. */
    public boolean isDue(Instant end) {
        Due next = first.peek();
        return next != null && !next.at().isAfter(end);
    }

    /**
     * Removes the first action.
     *
     * @throws java.util.NoSuchElementException when the queue is empty
     */
    public Due remove() {
        Due due = removeFirst();
        size--;
        skipCanceled();
        return due;
    }

    /**
     * Prevents an action from running, unless it has already run. The queue drops a canceled action soon afterwards.
     */
    public void cancel(Due due) {
        if (due.isWaiting()) {
            due.forget();
            size--;
            canceled++;
            skipCanceled();
            if (canceled > MAX_CANCELED && canceled > size) {
                sweep();
            }
        }
    }

    /** The number of actions that will run. */
    public int size() {
        return size;
    }

    /** The number of actions in the queue, including canceled ones. */
    int storedSize() {
        return size + canceled;
    }

    public void clear() {
        lanes.clear();
        heap.clear();
        first = heap;
        size = 0;
        canceled = 0;
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

    private void skipCanceled() {
        while (first.peek() != null && !first.peek().isWaiting()) {
            removeFirst();
            canceled--;
        }
    }

    private void sweep() {
        heap.removeIf(due -> !due.isWaiting());
        lanes.forEach(lane -> lane.removeIf(due -> !due.isWaiting()));
        lanes.removeIf(ArrayDeque::isEmpty);
        canceled = 0;
        findFirst();
    }

    /** The lane with the latest end that is not after {@code at}; the heap when no lane fits. */
    private Queue<Due> queueFor(Instant at) {
        ArrayDeque<Due> best = null;
        for (ArrayDeque<Due> lane : lanes) {
            Instant end = lane.peekLast().at();
            if (!at.isBefore(end)
                    && (best == null || end.isAfter(best.peekLast().at()))) {
                best = lane;
            }
        }
        if (best == null && lanes.size() < LANES) {
            best = new ArrayDeque<>();
            lanes.add(best);
        }
        return best == null ? heap : best;
    }

    /** @param second null for none */
    private static boolean isBefore(Due first, Due second) {
        if (second == null) {
            return true;
        }
        int byTime = first.at().compareTo(second.at());
        return byTime < 0 || byTime == 0 && first.number() < second.number();
    }

    /** An action that is due at one instant. */
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

        /** Runs the action. Does nothing when it has run already or was canceled. */
        public void run() {
            if (isWaiting()) {
                Consumer<Instant> pending = action;
                forget();
                pending.accept(at);
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
