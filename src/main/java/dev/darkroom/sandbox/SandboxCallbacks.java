package dev.darkroom.sandbox;

import dev.darkroom.callback.CallbackSender;
import dev.darkroom.callback.CallbackState;
import dev.darkroom.callback.CallbackView;
import dev.darkroom.callback.Callbacks;
import dev.darkroom.callback.Redelivery;
import dev.darkroom.time.RetrySchedule;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The callbacks of a sandbox. Thread-safe. */
public final class SandboxCallbacks {

    private final SandboxLock lock;
    private final Callbacks callbacks;

    SandboxCallbacks(
            SandboxLock lock,
            RetrySchedule schedule,
            CallbackSender sender,
            SandboxLimits limits,
            SandboxFaults faults,
            EventSource events) {
        this.lock = lock;
        this.callbacks = new Callbacks(
                lock.timeline().due(),
                schedule,
                () -> limits.policy().webhooks(),
                sender,
                faults::ofAttempt,
                lock,
                callback -> events.publish(() -> new SandboxEvent.AttemptEnded(callback.get())));
    }

    /** As {@link Callbacks#list}. */
    public List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return lock.act(now -> callbacks.list(state, after, limit));
    }

    /** As {@link Callbacks#find}. */
    public Optional<CallbackView> find(UUID id) {
        return lock.act(now -> callbacks.find(id));
    }

    /** As {@link Callbacks#ofTask}. */
    public List<CallbackView> ofTask(UUID taskId) {
        return lock.act(now -> callbacks.ofTask(taskId));
    }

    /** As {@link Callbacks#dropped}. */
    public long dropped() {
        return lock.act(now -> callbacks.dropped());
    }

    /** As {@link Callbacks#redeliver}. */
    public Redelivery redeliver(UUID id, Consumer<CallbackView> onResult) {
        return lock.act(now -> callbacks.redeliver(id, now, onResult));
    }

    /** As {@link Callbacks#whenDone}. */
    public void whenDone(Runnable action) {
        lock.update(now -> callbacks.whenDone(action));
    }

    /** Guarded by the sandbox's lock. */
    Callbacks attempts() {
        return callbacks;
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
