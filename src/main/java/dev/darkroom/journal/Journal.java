package dev.darkroom.journal;

import dev.darkroom.memory.MemoryBudget;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * The newest exchanges of one sandbox: a bounded ring. To write one costs as much when it is full as when it is empty.
 *
 * <p>Safe for use by several threads; it has a lock of its own, so that who reads it holds up no task.
 */
public final class Journal {

    private final int capacity;
    private final MemoryBudget room;
    private final LongSupplier numbers;
    private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private long dropped;
    private boolean closed;

    /**
     * @param capacity how many exchanges are kept; the oldest is dropped first. With 0 there is no journal
     * @param room for those of all sandboxes
     * @param numbers gives each exchange a number that is higher than all before
     */
    public Journal(int capacity, MemoryBudget room, LongSupplier numbers) {
        this.capacity = capacity;
        this.room = room;
        this.numbers = numbers;
    }

    /** Whether anything is kept at all. */
    public boolean isKept() {
        return capacity > 0;
    }

    /** @param exchange made of its number */
    public synchronized void append(LongFunction<Exchange> exchange) {
        if (closed || capacity == 0) {
            return;
        }
        if (exchanges.size() >= capacity) {
            dropOldest();
        }
        dropWhile(room::isFull);
        Exchange appended = exchange.apply(numbers.getAsLong());
        exchanges.addLast(appended);
        room.reserve(appended.bytes());
        listeners.forEach(listener -> listener.accept(appended));
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /**
     * Tells of each exchange that is kept, oldest first, and from now on of each that comes, as it comes.
     *
     * @param listener returns at once; the journal is locked meanwhile
     * @return ends it
     */
    public synchronized Runnable listen(Consumer<Exchange> listener) {
        exchanges.forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** How many were dropped to make room. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        exchanges.forEach(exchange -> room.release(exchange.bytes()));
        exchanges.clear();
    }

    /** The same, for good. */
    public synchronized void close() {
        clear();
        closed = true;
    }

    /** Drops the oldest ones as long as {@code isTooMuch}. */
    public synchronized void dropWhile(BooleanSupplier isTooMuch) {
        while (!exchanges.isEmpty() && isTooMuch.getAsBoolean()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        room.release(exchanges.removeFirst().bytes());
        dropped++;
    }
}
