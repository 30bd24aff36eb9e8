package dev.darkroom.sandbox;

import dev.darkroom.access.RateLimitState;
import dev.darkroom.callback.Webhook;
import dev.darkroom.chaos.Operation;
import dev.darkroom.task.TaskSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** What a key may do, and how much of its limits is used. Thread-safe. */
public final class SandboxLimits {

    private final SandboxLock lock;
    private final RateLimits rateLimits;
    private volatile KeyPolicy policy;
    private int concurrent;

    SandboxLimits(SandboxLock lock, KeyPolicy policy, Optional<KeyTrigger> trigger) {
        this.lock = lock;
        this.policy = policy;
        this.rateLimits = new RateLimits(policy, trigger);
    }

    /**
     * Counts one more operation, if the key's rate limit permits it.
     *
     * @param units how many units of the limit the operation uses, at least 1; not called without a limit
     * @return zero if the limit permits the operation, otherwise the time until it does, in real time if the clock runs
     */
    public Duration acquire(Operation operation, IntSupplier units) {
        if (policy.rate(operation).isEmpty()) {
            return Duration.ZERO;
        }
        int count = units.getAsInt();
        return lock.act(now -> lock.timeline().clock().inRealTime(rateLimits.acquire(operation, count, now)));
    }

    /** How much of a rate limit is left; empty without a limit. */
    public Optional<RateLimitState> rateLimitState(Operation operation) {
        return policy.rate(operation).isEmpty()
                ? Optional.empty()
                : lock.act(now -> rateLimits.rateLimitState(operation, now));
    }

    /**
     * Admits one more request that waits for its task, unless the concurrency limit is reached.
     *
     * @return an action that gives up the request's place, and does nothing if repeated; empty if the limit is reached
     */
    public Optional<Runnable> admit() {
        return lock.act(now -> {
            if (policy.concurrency().filter(limit -> concurrent >= limit).isPresent()) {
                return Optional.empty();
            }
            concurrent++;
            AtomicBoolean isHeld = new AtomicBoolean(true);
            return Optional.of(() -> {
                if (isHeld.compareAndSet(true, false)) {
                    leave();
                }
            });
        });
    }

    /** How many requests wait for their tasks. */
    public int waiting() {
        return lock.act(now -> concurrent);
    }

    /** The URLs that the end of a task with this spec would be reported to, if it ended now. */
    public List<String> receivers(TaskSpec spec) {
        return Stream.concat(
                        spec.callback().stream(), spec.webhooks().stream().flatMap(events -> policy.webhooks().stream()
                                .map(Webhook::url)))
                .toList();
    }

    KeyPolicy policy() {
        return policy;
    }

    /** Changes the policy. Requests that were permitted still count under a new rate limit. */
    void change(KeyPolicy changed) {
        lock.update(now -> {
            rateLimits.change(changed);
            policy = changed;
        });
    }

    private void leave() {
        lock.update(now -> concurrent--);
    }
}
