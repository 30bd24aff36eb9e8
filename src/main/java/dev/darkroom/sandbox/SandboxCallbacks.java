package dev.darkroom.sandbox;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.callback.Redelivery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The callbacks of a sandbox. Thread-safe. */
public final class SandboxCallbacks {

    private final SandboxLock lock;
    private final Callbacks callbacks;

    SandboxCallbacks(SandboxLock lock, Callbacks callbacks) {
        this.lock = lock;
        this.callbacks = callbacks;
    }

    /** As {@link Callbacks#list}. */
    public List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return lock.act(now -> callbacks.list(state, after, limit));
    }

    public Optional<CallbackView> find(UUID taskId) {
        return lock.act(now -> callbacks.find(taskId));
    }

    /** As {@link Callbacks#dropped}. */
    public long dropped() {
        return lock.act(now -> callbacks.dropped());
    }

    /** As {@link Callbacks#redeliver}. */
    public Redelivery redeliver(UUID taskId, Consumer<CallbackView> onResult) {
        return lock.act(now -> callbacks.redeliver(taskId, now, onResult));
    }

    /** As {@link Callbacks#whenDone}. */
    public void whenDone(Runnable action) {
        lock.update(now -> callbacks.whenDone(action));
    }

    /** Whether no attempt is in flight. Called with the lock held. */
    boolean isIdle() {
        return callbacks.isIdle();
    }

    /** As {@link Callbacks#close}. Called with the lock held. */
    void close() {
        callbacks.close();
    }
}
