package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.SandboxEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events that a client has not received yet. When there are too many, later ones are dropped until it has received
 * the others. Thread-safe, and it never blocks.
 */
final class EventSubscription {

    /**
     * The maximum number of events that wait for the client: enough for a client that pauses for a second while a
     * thousand requests are handled, and too few to fill the memory with all streams.
     */
    static final int CAPACITY = 1000;

    /** More than one, so that a burst needs few writes. A slow client holds one batch besides the events that wait. */
    private static final int MAX_BATCH = 16;

    private final Optional<ApiKey> key;
    private final ArrayDeque<SandboxEvent> waiting = new ArrayDeque<>();
    private long dropped;
    private long lastDropped;
    private boolean isHeartbeatDue;
    private boolean isClosed;
    private Runnable onReady;

    /** @param key of the only sandbox to follow; empty for all sandboxes */
    EventSubscription(Optional<ApiKey> key) {
        this.key = key;
    }

    Optional<ApiKey> key() {
        return key;
    }

    /**
     * What to send next.
     *
     * @param events may be empty; then only a comment is due
     * @param dropped how many events after these were dropped
     * @param lastDropped the id of the last of them
     * @param isOver whether the stream ends
     */
    record Batch(List<SandboxEvent> events, long dropped, long lastDropped, boolean isOver) {}

    /** Adds an event, unless it belongs to another sandbox. */
    void offer(SandboxEvent event) {
        if (key.isEmpty() || key.equals(event.key())) {
            change(() -> add(event));
        }
    }

    /** Makes an idle stream send a comment, so that nothing between server and client closes the connection. */
    void beat() {
        change(() -> isHeartbeatDue = true);
    }

    void close() {
        change(() -> {
            isClosed = true;
            waiting.clear();
        });
    }

    /** Runs an action once, as soon as there is something to send. */
    void whenReady(Runnable action) {
        change(() -> onReady = action);
    }

    synchronized Batch next() {
        List<SandboxEvent> events = new ArrayList<>();
        while (events.size() < MAX_BATCH && !waiting.isEmpty()) {
            events.add(waiting.remove());
        }
        long droppedNow = waiting.isEmpty() ? dropped : 0;
        dropped -= droppedNow;
        isHeartbeatDue = false;
        return new Batch(events, droppedNow, lastDropped, isClosed);
    }

    private void add(SandboxEvent event) {
        if (isClosed) {
            return;
        }
        if (dropped > 0 || waiting.size() == CAPACITY) {
            dropped++;
            lastDropped = event.id();
        } else {
            waiting.add(event);
        }
    }

    private void change(Runnable change) {
        Runnable ready = null;
        synchronized (this) {
            change.run();
            if (!waiting.isEmpty() || dropped > 0 || isHeartbeatDue || isClosed) {
                ready = onReady;
                onReady = null;
            }
        }
        if (ready != null) {
            ready.run();
        }
    }
}
