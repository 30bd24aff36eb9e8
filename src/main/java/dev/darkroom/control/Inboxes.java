package dev.darkroom.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The inboxes by name. When their number or their total size exceeds its limit, an unused inbox is evicted, or else the
 * oldest.
 */
@ApplicationScoped
class Inboxes {

    /** The limit on the size of all inboxes together. */
    private static final long MAX_BYTES = 64L << 20;

    private final int capacity;
    private final Map<String, Inbox> byName = new LinkedHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    Inboxes(ControlConfig config) {
        capacity = config.inbox();
    }

    /** The maximum number of inboxes, and of requests in each. */
    int capacity() {
        return capacity;
    }

    synchronized Inbox getOrCreate(String name) {
        Inbox inbox = byName.computeIfAbsent(name, absent -> new Inbox(capacity, bytes));
        if (byName.size() > capacity) {
            evictOne(name);
        }
        return inbox;
    }

    /** The inbox with this name or, if it does not exist, an empty inbox that is not stored. */
    synchronized Inbox peek(String name) {
        return Optional.ofNullable(byName.get(name)).orElseGet(() -> new Inbox(capacity, bytes));
    }

    /** Drops the oldest requests of this inbox, and then other inboxes, until the total size is within its limit. */
    void enforceMemoryLimit(String name) {
        if (isOverLimit()) {
            getOrCreate(name).shrinkWhile(this::isOverLimit);
            evictWhileOverLimit(name);
        }
    }

    private synchronized void evictWhileOverLimit(String keptName) {
        while (isOverLimit() && byName.size() > 1) {
            evictOne(keptName);
        }
    }

    /** Evicts the oldest unused inbox, or else the oldest inbox. */
    private void evictOne(String keptName) {
        List<String> others =
                byName.keySet().stream().filter(name -> !name.equals(keptName)).toList();
        String evicted = others.stream()
                .filter(name -> byName.get(name).isUnused())
                .findFirst()
                .orElse(others.get(0));
        byName.remove(evicted).clear();
    }

    private boolean isOverLimit() {
        return bytes.get() > MAX_BYTES;
    }
}
