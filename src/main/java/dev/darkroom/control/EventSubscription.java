package dev.darkroom.control;

import dev.darkroom.access.ApiKey;
import dev.darkroom.sandbox.SandboxEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events that a client has not received yet. When there are too many, later ones are dropped until it has received
 * the others. With a limited rate, nothing is ready to be sent during a pause after each batch. Thread-safe, and it never
 * blocks.
 */
final class EventSubscription {

    private final Optional<ApiKey> key;
    private final EventRate rate;
    private final Consumer<Runnable> afterPause;
    private final ArrayDeque<SandboxEvent> waiting = new ArrayDeque<>();
    private long dropped;
    private long lastDropped;
    private boolean isHeartbeatDue;
    private boolean isPaused;
    private boolean isClosed;
    private Runnable onReady;

    /**
     * @param key of the only sandbox to follow; empty for all sandboxes
     * @param afterPause runs an action when the pause of the rate is over
     */
    EventSubscription(Optional<ApiKey> key, EventRate rate, Consumer<Runnable> afterPause) {
        this.key = key;
        this.rate = rate;
        this.afterPause = afterPause;
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

    /** Has no events during a pause; the next pause begins with a batch that has some. */
    Batch next() {
        Batch batch = take();
        if (rate.isLimited() && !batch.events().isEmpty()) {
            afterPause.accept(() -> change(() -> isPaused = false));
        }
        return batch;
    }

    private synchronized Batch take() {
        isHeartbeatDue = false;
        if (isPaused) {
            return new Batch(List.of(), 0, 0, isClosed);
        }
        List<SandboxEvent> events = new ArrayList<>();
        while (events.size() < rate.batch() && !waiting.isEmpty()) {
            events.add(waiting.remove());
        }
        long droppedNow = waiting.isEmpty() ? dropped : 0;
        dropped -= droppedNow;
        isPaused = rate.isLimited() && !events.isEmpty();
        return new Batch(events, droppedNow, lastDropped, isClosed);
    }

    private void add(SandboxEvent event) {
        if (isClosed) {
            return;
        }
        if (dropped > 0 || waiting.size() == rate.capacity()) {
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
            boolean isEventReady = !isPaused && (!waiting.isEmpty() || dropped > 0);
            if (isEventReady || isHeartbeatDue || isClosed) {
                ready = onReady;
                onReady = null;
            }
        }
        if (ready != null) {
            ready.run();
        }
    }
}
