package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final DueQueue due;
    private final RetrySchedule schedule;
    private final CallbackSender sender;
    private final CallbackFaults faults;
    private final Executor lock;
    private final int capacity;
    private final Map<UUID, Callback> callbacks = new LinkedHashMap<>();
    private final Set<UUID> settled = new LinkedHashSet<>();
    private final Set<Callback> heldBack = new LinkedHashSet<>();
    private final InFlightAttempts underWay = new InFlightAttempts();
    private long delivered;
    private long undelivered;
    private long dropped;

    /**
     * @param faults what shall go wrong
     * @param lock runs what it is given while it holds the lock that guards this object
     * @param capacity how many callbacks are kept; the oldest that is settled is dropped first
     */
    public Callbacks(
            DueQueue due,
            RetrySchedule schedule,
            CallbackSender sender,
            CallbackFaults faults,
            Executor lock,
            int capacity) {
        this.due = due;
        this.schedule = schedule;
        this.sender = sender;
        this.faults = faults;
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
                planNext(callback, task.finishedAt());
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
        attempt(callback, now, false, Optional.empty(), onResult);
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
        underWay.whenDone(action);
    }

    /** Makes no attempt any more; one that has begun still arrives. */
    public void close() {
        callbacks.clear();
        heldBack.clear();
        sender.forget(this);
    }

    /** Whether no attempt is under way. */
    public boolean isIdle() {
        return underWay.isNone();
    }

    /** @param earliest what was made later than its schedule says does not make the next one come in the past */
    private void planNext(Callback callback, Instant earliest) {
        if (callback.planned() < schedule.attempts()) {
            Instant planned = callback.task().finishedAt().plus(schedule.offset(callback.planned() + 1));
            callback.next(planned.isBefore(earliest) ? earliest : planned);
            wakeForNext(callback);
        }
    }

    private void wakeForNext(Callback callback) {
        unplan(callback);
        callback.next()
                .ifPresent(next -> callback.due(due.add(next, at -> {
                    callback.due(null);
                    if (!callback.isUnderWay()) {
                        applyFault(callback, at);
                    }
                })));
    }

    /** Makes the attempt that is planned for now, unless a fault has it wait. */
    private void applyFault(Callback callback, Instant at) {
        Optional<InjectedFault<AttemptFault>> met = callback.met();
        Optional<InjectedFault<AttemptFault>> fault =
                met.isPresent() ? met : faults.of(callback.task(), callback.planned() + 1, at);
        AttemptEffect detour = new AttemptEffect(fault);
        Optional<Instant> later = met.isPresent() ? Optional.empty() : detour.until(at, !heldBack.isEmpty());
        callback.met(later.isPresent() ? fault : Optional.empty());
        heldBack.remove(callback);
        if (later.isEmpty()) {
            attempt(callback, at, true, fault, view -> {});
            return;
        }
        if (detour.isHeldBack()) {
            heldBack.add(callback);
        }
        callback.next(later.get());
        wakeForNext(callback);
    }

    private void unplan(Callback callback) {
        if (callback.due() != null) {
            due.cancel(callback.due());
            callback.due(null);
        }
    }

    private void attempt(
            Callback callback,
            Instant at,
            boolean byPlan,
            Optional<InjectedFault<AttemptFault>> fault,
            Consumer<CallbackView> onResult) {
        int number = callback.begin(at, byPlan, fault.map(InjectedFault::name));
        if (new AttemptEffect(fault).isLost()) {
            end(callback, at, new AttemptResult.Lost());
            return;
        }
        send(callback, at, number, fault, byPlan ? new AttemptEffect(fault).times() : 1, underWay.begin(), onResult);
    }

    /**
     * @param times how often it is sent, whatever becomes of it, one after the other
     * @param ticket what it goes by until the last of them has a result
     */
    private void send(
            Callback callback,
            Instant at,
            int number,
            Optional<InjectedFault<AttemptFault>> fault,
            int times,
            long ticket,
            Consumer<CallbackView> onResult) {
        boolean last = callback.planned() == schedule.attempts();
        sender.send(
                this,
                new Attempt(URI.create(callback.url()), callback.task(), number, last, at, fault),
                result -> lock.execute(() -> {
                    end(callback, at, result);
                    onResult.accept(callback.view());
                    if (times > 1 && isKept(callback)) {
                        int next = callback.begin(at, false, fault.map(InjectedFault::name));
                        send(callback, at, next, fault, times - 1, ticket, onResult);
                    } else {
                        underWay.end(ticket);
                        underWay.release();
                    }
                }));
    }

    private void end(Callback callback, Instant at, AttemptResult result) {
        releaseReordered(at);
        callback.end(result);
        if (result.isDelivered()) {
            delivered++;
            unplan(callback);
        } else {
            undelivered++;
            continueSchedule(callback, at);
        }
        if (callback.isSettled() && isKept(callback)) {
            settled.add(callback.id());
        }
    }

    /** Whoever was held back has been overtaken. */
    private void releaseReordered(Instant at) {
        List<Callback> overtaken = List.copyOf(heldBack);
        heldBack.clear();
        overtaken.forEach(callback -> {
            callback.next(at);
            wakeForNext(callback);
        });
    }

    /** An attempt that came due while one by hand was under way has waited for this. */
    private void continueSchedule(Callback callback, Instant at) {
        if (!isKept(callback)) {
            callback.next(null);
        } else if (callback.next().isPresent()) {
            wakeForNext(callback);
        } else if (!settled.contains(callback.id())) {
            planNext(callback, at);
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
            heldBack.remove(forgotten);
            forgotten.next(null);
            unplan(forgotten);
        }
    }
}
