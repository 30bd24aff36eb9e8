package dev.darkroom.sandbox;

import dev.darkroom.access.ApiKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Passes the events of all sandboxes to listeners. Without a listener, no event is created. Thread-safe. */
public final class SandboxEvents {

    private final List<Consumer<SandboxEvent>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean isFollowed;

    /**
     * Adds a listener. It is called with locks held, from any thread, so it must return at once and call no sandbox.
     *
     * @return an action that removes the listener
     */
    public synchronized Runnable listen(Consumer<SandboxEvent> listener) {
        listeners.add(listener);
        isFollowed = true;
        return () -> remove(listener);
    }

    /** The source of one sandbox's events. */
    EventSource source(Optional<ApiKey> key) {
        return new EventSource(this, key);
    }

    boolean isFollowed() {
        return isFollowed;
    }

    void publish(Optional<ApiKey> key, SandboxEvent.Detail detail) {
        SandboxEvent event = new SandboxEvent(ids.incrementAndGet(), key, detail);
        listeners.forEach(listener -> listener.accept(event));
    }

    private synchronized void remove(Consumer<SandboxEvent> listener) {
        listeners.remove(listener);
        isFollowed = !listeners.isEmpty();
    }
}
