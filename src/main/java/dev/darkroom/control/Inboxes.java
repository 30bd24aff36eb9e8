package dev.darkroom.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The inboxes that there are; when there are too many, or too much is in them, the oldest is forgotten. */
@ApplicationScoped
class Inboxes {

    /** What all inboxes keep at most. */
    private static final long MOST_BYTES = 64L << 20;

    private final int capacity;
    private final Map<String, Inbox> byName = new LinkedHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Inboxes(ControlConfig config) {
        capacity = config.inbox();
    }

    /** How many inboxes are kept, and how many requests each keeps. */
    int capacity() {
        return capacity;
    }

    synchronized Inbox named(String name) {
        Inbox inbox = byName.computeIfAbsent(name, n -> new Inbox(capacity, bytes));
        if (byName.size() > capacity) {
            forgetOldest(name);
        }
        return inbox;
    }

    /** Drops the oldest of one inbox first, and then of whole inboxes the oldest. */
    void makeRoom(String name) {
        if (isTooMuch()) {
            named(name).shrinkWhile(this::isTooMuch);
            forgetOldestWhileTooMuch(name);
        }
    }

    private synchronized void forgetOldestWhileTooMuch(String but) {
        while (isTooMuch() && byName.size() > 1) {
            forgetOldest(but);
        }
    }

    private void forgetOldest(String but) {
        Iterator<Map.Entry<String, Inbox>> oldest = byName.entrySet().iterator();
        Map.Entry<String, Inbox> forgotten = oldest.next();
        if (forgotten.getKey().equals(but)) {
            forgotten = oldest.next();
        }
        oldest.remove();
        forgotten.getValue().clear();
    }

    private boolean isTooMuch() {
        return bytes.get() > MOST_BYTES;
    }
}
