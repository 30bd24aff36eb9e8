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
 * The newest exchanges of one sandbox: a bounded ring. Appending costs the same whether the ring is full or empty.
 *
 * <p>Thread-safe. The journal has its own lock, so that reading it does not block the sandbox's tasks.
 */
public final class Journal {

    private final int capacity;
    private final MemoryBudget budget;
    private final LongSupplier numbers;
    private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private long dropped;
    private boolean isClosed;

    /**
     * @param capacity the maximum number of exchanges to keep; the oldest is dropped first. 0 disables the journal
     * @param budget shared by the journals of all sandboxes
     * @param numbers returns a higher number for each exchange
     */
    public Journal(int capacity, MemoryBudget budget, LongSupplier numbers) {
        this.capacity = capacity;
        this.budget = budget;
        this.numbers = numbers;
    }

    /** Whether the journal keeps anything. */
    public boolean isEnabled() {
        return capacity > 0;
    }

    /** @param exchange creates the exchange from its number */
    public synchronized void append(LongFunction<Exchange> exchange) {
        if (isClosed || capacity == 0) {
            return;
        }
        if (exchanges.size() >= capacity) {
            dropOldest();
        }
        dropWhile(budget::isFull);
        Exchange appended = exchange.apply(numbers.getAsLong());
        exchanges.addLast(appended);
        budget.reserve(appended.bytes());
        listeners.forEach(listener -> listener.accept(appended));
    }

    /** All exchanges, oldest first. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /**
     * Calls the listener for each exchange in the journal, oldest first, and then for each new one.
     *
     * @param listener must return at once, because the journal is locked during the call
     * @return an action that removes the listener
     */
    public synchronized Runnable listen(Consumer<Exchange> listener) {
        exchanges.forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The number of exchanges dropped to free space. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Removes all exchanges. */
    public synchronized void clear() {
        exchanges.forEach(exchange -> budget.release(exchange.bytes()));
        exchanges.clear();
    }

    /** Removes all exchanges and ignores later ones. */
    public synchronized void close() {
        clear();
        isClosed = true;
    }

    /** Drops the oldest exchanges while {@code mustDrop} is true. */
    public synchronized void dropWhile(BooleanSupplier mustDrop) {
        while (!exchanges.isEmpty() && mustDrop.getAsBoolean()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        budget.release(exchanges.removeFirst().bytes());
        dropped++;
    }
}
