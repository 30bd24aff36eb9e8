package dev.darkroom.control;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The items of a list that is read in batches. Subclasses keep the position in the list, not the items. */
abstract class Batches<T> implements Iterator<T> {

    /** How many items to read at once. */
    static final int SIZE = 16;

    private Iterator<T> batch = List.<T>of().iterator();
    private boolean isOver;

    /** The next items, at least one; empty at the end of the list. */
    abstract List<T> nextBatch();

    @Override
    public final boolean hasNext() {
        if (!batch.hasNext() && !isOver) {
            batch = nextBatch().iterator();
            isOver = !batch.hasNext();
        }
        return batch.hasNext();
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }
}
