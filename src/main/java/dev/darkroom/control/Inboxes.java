package dev.darkroom.control;

import dev.darkroom.memory.SharedMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inboxes by name. When they are full, the largest inbox drops its oldest requests, so that a flood of one inbox
 * costs the others nothing.
 */
@ApplicationScoped
class Inboxes {

    /** The largest limit on the size of all inboxes together. */
    private static final long MAX_BYTES = 64L << 20;

    /** The part of a small heap that they may take instead. */
    private static final int HEAP_PART = 20;

    private final int capacity;
    private final SharedMemory memory;
    private final Map<String, Inbox> byName = new LinkedHashMap<>();

    @Inject
    Inboxes(ControlConfig config) {
        this(config, new SharedMemory(Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART)));
    }

    Inboxes(ControlConfig config, SharedMemory memory) {
        this.capacity = config.inbox();
        this.memory = memory;
    }

    /** The maximum number of inboxes, and of requests in each. */
    int capacity() {
        return capacity;
    }

    synchronized Inbox getOrCreate(String name) {
        if (!byName.containsKey(name)) {
            if (byName.size() == capacity) {
                evictOne();
            }
            byName.put(name, new Inbox(capacity, memory));
        }
        return byName.get(name);
    }

    /** The inbox with this name or, if it does not exist, an empty inbox that is not stored. */
    synchronized Inbox peek(String name) {
        return Optional.ofNullable(byName.get(name)).orElseGet(() -> new Inbox(0, SharedMemory.unlimited()));
    }

    /**
     * Evicts an inbox, but none of the oldest or the newest quarter. So a flood of new names evicts its own inboxes:
     * the oldest quarter is from before the flood, and the newest quarter may have readers that are about to come. Of
     * the others, it prefers an unused inbox, then one that no client waits for, then the oldest.
     */
    private void evictOne() {
        List<Map.Entry<String, Inbox>> all = List.copyOf(byName.entrySet());
        int protectedCount = all.size() / 4;
        Map.Entry<String, Inbox> evicted = all.subList(protectedCount, all.size() - protectedCount).stream()
                .min(Comparator.comparingInt(entry -> entry.getValue().use()))
                .orElseThrow();
        byName.remove(evicted.getKey());
        evicted.getValue().close();
    }
}
