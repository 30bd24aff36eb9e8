package dev.darkroom.journal;

import dev.darkroom.memory.Share;
import dev.darkroom.memory.SharedMemory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final Share memory;
    private final LongSupplier numbers;
    private final Consumer<Exchange> onAppended;
    private final ExchangeRing exchanges = new ExchangeRing();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private long dropped;
    private boolean isClosed;

    /**
     * @param capacity the maximum number of exchanges to keep; the oldest is dropped first. 0 disables the journal
     * @param memory shared by the journals of all sandboxes
     * @param numbers returns a higher number for each exchange
     * @param onAppended called with each new exchange; it must return at once, because the journal is locked
     */
    public Journal(int capacity, SharedMemory memory, LongSupplier numbers, Consumer<Exchange> onAppended) {
        this.capacity = capacity;
        this.memory = memory.newShare(this::drop);
        this.numbers = numbers;
        this.onAppended = onAppended;
    }

    /** A journal that reports new exchanges only to its listeners. */
    public Journal(int capacity, SharedMemory memory, LongSupplier numbers) {
        this(capacity, memory, numbers, exchange -> {});
    }

    /** Whether the journal keeps anything. */
    public boolean isEnabled() {
        return capacity > 0;
    }

    /** @param exchange creates the exchange from its number */
    public void append(LongFunction<Exchange> exchange) {
        memory.makeRoom(0);
        add(exchange);
    }

    /** All exchanges, oldest first. */
    public synchronized List<Exchange> exchanges() {
        return exchanges.stream().toList();
    }

    /** The exchange with this number; empty if it is no longer kept. */
    public synchronized Optional<Exchange> find(long number) {
        return exchanges.find(number);
    }

    /**
     * Calls the listener for each exchange in the journal, oldest first, and then for each new one.
     *
     * @param listener must return at once, because the journal is locked during the call
     * @return an action that removes the listener
     */
    public synchronized Runnable listen(Consumer<Exchange> listener) {
        exchanges.stream().forEach(listener);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The number of exchanges dropped to free space. */
    public synchronized long dropped() {
        return dropped;
    }

    /** Removes all exchanges. */
    public synchronized void clear() {
        memory.remove(memory.bytes());
        exchanges.clear();
    }

    /** Removes all exchanges and ignores later ones. */
    public synchronized void close() {
        clear();
        memory.close();
        isClosed = true;
    }

    private synchronized void add(LongFunction<Exchange> exchange) {
        if (isClosed || capacity == 0) {
            return;
        }
        Exchange appended = exchange.apply(numbers.getAsLong());
        int freed = exchanges.size() >= capacity ? removeOldest() : 0;
        memory.add(exchanges.add(appended) - freed);
        listeners.forEach(listener -> listener.accept(appended));
        onAppended.accept(appended);
    }

    /** Drops the oldest exchanges, of this many bytes or a little more. */
    private synchronized void drop(long bytes) {
        long kept = memory.bytes() - bytes;
        while (!exchanges.isEmpty() && memory.bytes() > kept) {
            memory.remove(removeOldest());
        }
    }

    private int removeOldest() {
        dropped++;
        return exchanges.removeOldest();
    }
}
