package dev.darkroom.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The inboxes that there are; when there are too many, or too much is in them, one that nobody uses is forgotten, else the
 * oldest.
 */
@ApplicationScoped
class Inboxes {

    /** What all inboxes keep at most. */
    private static final long MAX_BYTES = 64L << 20;

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

    /** The same for somebody who only looks; an inbox that there is not is empty, and is not made for that. */
    synchronized Inbox glance(String name) {
        return Optional.ofNullable(byName.get(name)).orElseGet(() -> new Inbox(capacity, bytes));
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

    /** One that nobody uses goes before the oldest. */
    private void forgetOldest(String but) {
        List<String> others =
                byName.keySet().stream().filter(name -> !name.equals(but)).toList();
        String forgotten = others.stream()
                .filter(name -> byName.get(name).isUnused())
                .findFirst()
                .orElse(others.get(0));
        byName.remove(forgotten).clear();
    }

    private boolean isTooMuch() {
        return bytes.get() > MAX_BYTES;
    }
}
