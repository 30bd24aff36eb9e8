package dev.darkroom.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inboxes that there are; when there are too many, the oldest is forgotten. */
@ApplicationScoped
class Inboxes {

    private final int capacity;
    private final Map<String, Inbox> byName;

    Inboxes(ControlConfig config) {
        capacity = config.inbox();
        byName = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Inbox> eldest) {
                return size() > capacity;
            }
        };
    }

    /** How many inboxes are kept, and how many requests each keeps. */
    int capacity() {
        return capacity;
    }

    synchronized Inbox named(String name) {
        return byName.computeIfAbsent(name, n -> new Inbox(capacity));
    }
}
