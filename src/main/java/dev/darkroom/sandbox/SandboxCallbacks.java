package dev.darkroom.sandbox;

import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.callback.Redelivery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A hand on the callbacks of a sandbox. Safe for use by several threads. */
public final class SandboxCallbacks {

    private final Callbacks callbacks;
    private final SandboxLock lock;

    SandboxCallbacks(Callbacks callbacks, SandboxLock lock) {
        this.callbacks = callbacks;
        this.lock = lock;
    }

    /** As {@link Callbacks#list}. */
    public List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return lock.act(now -> callbacks.list(state, after, limit));
    }

    /** The callback of a task. */
    public Optional<CallbackView> find(UUID taskId) {
        return lock.act(now -> callbacks.find(taskId));
    }

    public long dropped() {
        return lock.act(now -> callbacks.dropped());
    }

    /** As {@link Callbacks#redeliver}. */
    public Redelivery redeliver(UUID taskId, Consumer<CallbackView> onResult) {
        return lock.act(now -> callbacks.redeliver(taskId, now, onResult));
    }

    /** As {@link Callbacks#whenDone}. */
    public void whenDone(Runnable action) {
        lock.act(now -> {
            callbacks.whenDone(action);
            return now;
        });
    }
}
