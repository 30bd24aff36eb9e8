package dev.darkroom.memory;

import java.util.function.LongConsumer;

/**
 * What one holder uses of a {@link SharedMemory}, in bytes. Some of its data must stay; the other data is droppable.
 *
 * <p>Reading is thread-safe. Only the holder changes its share, and it holds the lock of its data while it does so.
 * The share reports changes to the memory in steps, because threads that change one number wait for each other.
 */
public final class Share {

    private final SharedMemory memory;
    private final LongConsumer drop;
    private volatile long fixed;
    private volatile long droppable;

    /** The values that were last reported. */
    private long reportedFixed;

    private long reportedDroppable;
    private boolean isClosed;

    Share(SharedMemory memory, LongConsumer drop) {
        this.memory = memory;
        this.drop = drop;
    }

    /**
     * Whether the holder may add data that must stay. It may use half of what other holders leave for such data, so
     * that there is always room for one more holder. A part of the memory is reserved for small holders, so that many
     * large holders do not leave them too little.
     */
    public boolean hasRoomFor(long bytes) {
        long afterwards = fixed + bytes;
        return afterwards <= memory.free() - memory.reservedForSmall()
                || afterwards <= memory.maxSmall() && bytes <= memory.free();
    }

    /**
     * Frees memory for data that the holder is about to add. The largest holders drop their droppable data. Call it
     * without any holder's lock, because it takes theirs.
     */
    public void makeRoom(long bytes) {
        memory.makeRoom(bytes);
    }

    /** Whether all holders together use more than the memory has. */
    public boolean isFull() {
        return memory.used() > memory.limit();
    }

    /** The bytes of all data of the holder. */
    public long bytes() {
        return fixed + droppable;
    }

    /** The bytes of the data that must stay. */
    public long fixedBytes() {
        return fixed;
    }

    /** Adds data that must stay, without a check. */
    public void addFixed(long bytes) {
        change(bytes, 0);
    }

    /** Makes data droppable that had to stay. */
    public void release(long bytes) {
        change(-bytes, bytes);
    }

    /** Adds droppable data, without a check. */
    public void add(long bytes) {
        change(0, bytes);
    }

    /** Removes droppable data. */
    public void remove(long bytes) {
        change(0, -bytes);
    }

    /** Removes everything. Later changes have no effect. */
    public void close() {
        change(-fixed, -droppable);
        report();
        isClosed = true;
        memory.remove(this);
    }

    boolean hasDroppable() {
        return droppable > 0;
    }

    /** @return whether the holder has dropped anything */
    boolean drop(long bytes) {
        long before = droppable;
        drop.accept(bytes);
        return droppable < before;
    }

    private void change(long fixedBytes, long droppableBytes) {
        if (!isClosed) {
            fixed += fixedBytes;
            droppable += droppableBytes;
            if (Math.abs(fixed - reportedFixed) + Math.abs(droppable - reportedDroppable) >= memory.step()) {
                report();
            }
        }
    }

    private void report() {
        memory.add(fixed - reportedFixed, droppable - reportedDroppable);
        reportedFixed = fixed;
        reportedDroppable = droppable;
    }
}
