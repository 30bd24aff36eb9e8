package dev.darkroom.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What a sandbox has to do at which instant of its clock. What falls due at the same instant is done in the order
 * in which it was added.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class DueQueue {

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private long added;

    /** @param action is given {@code at}, whenever it comes to be done */
    public Due add(Instant at, Consumer<Instant> action) {
        Due due = new Due(at, added++, action);
        queue.add(due);
        return due;
    }

    /** The instant of the first thing to do. */
    public Optional<Instant> next() {
        return Optional.ofNullable(queue.peek()).map(Due::at);
    }

    /** Whether there is anything to do until {@code end}. */
    public boolean isDue(Instant end) {
        Due first = queue.peek();
        return first != null && !first.at().isAfter(end);
    }

    /**
     * Takes the first thing to do.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    public Due remove() {
        return queue.remove();
    }

    public void clear() {
        queue.clear();
    }

    /** One thing to do, at one instant. */
    public record Due(Instant at, long number, Consumer<Instant> action) {

        public void run() {
            action.accept(at);
        }
    }
}
