package dev.darkroom.callback;

import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The callbacks of one sandbox: each is tried until it is delivered or its schedule is at its end, one attempt at a
 * time.
 *
 * <p>Not safe for use by several threads; the sandbox' lock guards it.
 */
public final class Callbacks {

    private final String sandboxTag;
    private final DueQueue due;
    private final RetrySchedule schedule;
    private final CallbackSender sender;
    private final Executor lock;
    private final int capacity;
    private final Map<UUID, Callback> callbacks = new LinkedHashMap<>();
    private final Set<UUID> settled = new LinkedHashSet<>();
    private final TreeSet<Long> underWay = new TreeSet<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private long begun;
    private long delivered;
    private long undelivered;
    private long dropped;

    /**
     * @param lock runs what it is given while it holds the lock that guards this object
     * @param capacity how many callbacks are kept; the oldest that is settled is dropped first
     */
    public Callbacks(
            String sandboxTag,
            DueQueue due,
            RetrySchedule schedule,
            CallbackSender sender,
            Executor lock,
            int capacity) {
        this.sandboxTag = sandboxTag;
        this.due = due;
        this.schedule = schedule;
        this.sender = sender;
        this.lock = lock;
        this.capacity = capacity;
    }

    /** Plans the first attempt, when the task asks for a callback. */
    public void plan(TaskView task) {
        if (schedule.attempts() > 0) {
            task.spec().callback().ifPresent(url -> {
                Callback callback = new Callback(url, task);
                forget(callback.id());
                makeRoom();
                callbacks.put(callback.id(), callback);
                planNext(callback);
            });
        }
    }

    /**
     * Makes one more attempt, whatever the schedule says and whatever has become of the callback; if it fails, the
     * schedule goes on.
     *
     * @param onResult told of the callback, with the lock held, when the attempt has its result
     */
    public Redelivery redeliver(UUID taskId, Instant now, Consumer<CallbackView> onResult) {
        Callback callback = callbacks.get(taskId);
        if (callback == null) {
            return Redelivery.UNKNOWN;
        }
        if (callback.isUnderWay()) {
            return Redelivery.UNDER_WAY;
        }
        attempt(callback, now, false, onResult);
        return Redelivery.STARTED;
    }

    public Optional<CallbackView> find(UUID taskId) {
        return Optional.ofNullable(callbacks.get(taskId)).map(Callback::view);
    }

    /**
     * The callbacks that are kept, in the order in which their tasks ended.
     *
     * @param after the task to go on after
     */
    public List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return callbacks.values().stream()
                .dropWhile(callback -> after.isPresent() && !callback.id().equals(after.get()))
                .skip(after.isPresent() ? 1 : 0)
                .map(Callback::view)
                .filter(callback -> state.isEmpty() || state.get() == callback.state())
                .limit(limit)
                .toList();
    }

    /** How many attempts were delivered. */
    public long delivered() {
        return delivered;
    }

    /** How many attempts were not. */
    public long undelivered() {
        return undelivered;
    }

    /** How many callbacks were dropped to make room. */
    public long dropped() {
        return dropped;
    }

    /**
     * Runs {@code action}, with the lock held, as soon as every attempt that is under way now has its result. What begins
     * meanwhile is not waited for.
     */
    public void whenDone(Runnable action) {
        if (isIdle()) {
            action.run();
        } else {
            waiting.add(new Waiter(begun, action));
        }
    }

    /** Makes no attempt any more; one that has begun still arrives. */
    public void close() {
        sender.forget(this);
    }

    /** Whether no attempt is under way. */
    public boolean isIdle() {
        return underWay.isEmpty();
    }

    private void planNext(Callback callback) {
        if (callback.planned() < schedule.attempts()) {
            callback.next(callback.task().finishedAt().plus(schedule.offset(callback.planned() + 1)));
            wakeForNext(callback);
        }
    }

    private void wakeForNext(Callback callback) {
        unplan(callback);
        callback.next()
                .ifPresent(next -> callback.due(due.add(next, at -> {
                    callback.due(null);
                    if (!callback.isUnderWay()) {
                        attempt(callback, at, true, view -> {});
                    }
                })));
    }

    private void unplan(Callback callback) {
        if (callback.due() != null) {
            due.cancel(callback.due());
            callback.due(null);
        }
    }

    private void attempt(Callback callback, Instant at, boolean byPlan, Consumer<CallbackView> onResult) {
        int number = callback.begin(at, byPlan);
        boolean last = callback.planned() == schedule.attempts();
        long ticket = ++begun;
        underWay.add(ticket);
        sender.send(
                this,
                new Attempt(sandboxTag, URI.create(callback.url()), callback.task(), number, last, at),
                result -> lock.execute(() -> {
                    underWay.remove(ticket);
                    end(callback, result);
                    onResult.accept(callback.view());
                    release();
                }));
    }

    private void end(Callback callback, AttemptResult result) {
        callback.end(result);
        if (result.isDelivered()) {
            delivered++;
            unplan(callback);
        } else {
            undelivered++;
            goOn(callback);
        }
        if (callback.isSettled() && isKept(callback)) {
            settled.add(callback.id());
        }
    }

    private void release() {
        List<Waiter> released = waiting.stream()
                .filter(waiter -> isIdle() || underWay.first() > waiter.last())
                .toList();
        waiting.removeAll(released);
        released.forEach(waiter -> waiter.action().run());
    }

    /** An attempt that came due while one by hand was under way has waited for this. */
    private void goOn(Callback callback) {
        if (!isKept(callback)) {
            callback.next(null);
        } else if (callback.next().isPresent()) {
            wakeForNext(callback);
        } else if (!settled.contains(callback.id())) {
            planNext(callback);
        }
    }

    private boolean isKept(Callback callback) {
        return callbacks.get(callback.id()) == callback;
    }

    private void makeRoom() {
        if (callbacks.size() >= capacity) {
            forget((settled.isEmpty() ? callbacks.keySet() : settled).iterator().next());
            dropped++;
        }
    }

    /** An id may come again: to a task that comes after another has been dropped, when a seed is set anew. */
    private void forget(UUID id) {
        Callback forgotten = callbacks.remove(id);
        settled.remove(id);
        if (forgotten != null) {
            forgotten.next(null);
            unplan(forgotten);
        }
    }

    /** @param last the number of the last attempt that is waited for */
    private record Waiter(long last, Runnable action) {}
}
