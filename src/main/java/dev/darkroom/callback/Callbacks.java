package dev.darkroom.callback;

import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptEffect;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue;
import dev.darkroom.time.RetrySchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The callbacks of one sandbox. Each is attempted until it is delivered or its schedule ends, one attempt at a time.
 *
 * <p>Not thread-safe; guarded by the sandbox's lock.
 */
public final class Callbacks {

    /** The approximate memory of a callback to a webhook that keeps as many failed attempts as it can, in bytes. */
    private static final int WEBHOOK_BYTES = 512 + 256 * Callback.MAX_KEPT_ATTEMPTS;

    private final DueQueue due;
    private final RetrySchedule schedule;
    private final Supplier<List<Webhook>> webhooks;
    private final CallbackSender sender;
    private final CallbackFaults faults;
    private final Executor lock;
    private final Consumer<Supplier<CallbackView>> onResult;
    private final CallbackStore callbacks;
    private final ReorderBuffer reordered = new ReorderBuffer();
    private final InFlightAttempts inFlight = new InFlightAttempts();
    private long delivered;
    private long undelivered;

    /**
     * @param schedule when a URL that a request named is called
     * @param webhooks those that are set up now
     * @param faults decides which attempts get a fault
     * @param lock runs an action while it holds the lock that guards this object
     * @param onResult called with the lock held when an attempt has its result
     */
    public Callbacks(
            DueQueue due,
            RetrySchedule schedule,
            Supplier<List<Webhook>> webhooks,
            CallbackSender sender,
            CallbackFaults faults,
            Executor lock,
            Consumer<Supplier<CallbackView>> onResult) {
        this.due = due;
        this.schedule = schedule;
        this.webhooks = webhooks;
        this.sender = sender;
        this.faults = faults;
        this.lock = lock;
        this.onResult = onResult;
        this.callbacks = new CallbackStore(this::cancel);
    }

    /**
     * Plans the first attempt for each receiver that is told about the end of the task.
     *
     * @return an upper estimate of the memory that callbacks to webhooks take, in bytes
     */
    public int plan(TaskView task) {
        int bytes = 0;
        for (Delivery delivery : Delivery.of(task, schedule, webhooks.get())) {
            Callback callback = new Callback(delivery);
            callbacks.add(callback);
            planNext(callback, task.finishedAt());
            bytes += delivery.notice().isPresent() ? WEBHOOK_BYTES : 0;
        }
        return bytes;
    }

    /**
     * Makes one more attempt, whatever the schedule and the state of the callback. If it fails, the schedule continues.
     *
     * @param onResult called with the lock held when the attempt has its result
     */
    public Redelivery redeliver(UUID id, Instant now, Consumer<CallbackView> onResult) {
        Optional<Callback> callback = callbacks.find(id);
        if (callback.isEmpty()) {
            return Redelivery.UNKNOWN;
        }
        if (callback.get().isInFlight()) {
            return Redelivery.IN_FLIGHT;
        }
        attempt(callback.get(), now, false, Optional.empty(), onResult);
        return Redelivery.STARTED;
    }

    /** @param id that of the task for its first callback */
    public Optional<CallbackView> find(UUID id) {
        return callbacks.find(id).map(Callback::view);
    }

    /** The callbacks of a task: to the URL that its request named, then to the webhooks. */
    public List<CallbackView> ofTask(UUID taskId) {
        return callbacks.ofTask(taskId);
    }

    /**
     * The callbacks that are kept, in the order in which their tasks ended.
     *
     * @param after the callback before the first one listed
     */
    public List<CallbackView> list(Optional<CallbackState> state, Optional<UUID> after, int limit) {
        return callbacks.list(state, after, limit);
    }

    /** How many attempts were delivered. */
    public long delivered() {
        return delivered;
    }

    /** How many attempts were not delivered. */
    public long undelivered() {
        return undelivered;
    }

    /** Drops the callbacks of a task that was dropped. An attempt in flight still arrives, but none follows it. */
    public void drop(UUID taskId) {
        callbacks.drop(taskId);
    }

    /** How many callbacks were dropped with their tasks. */
    public long dropped() {
        return callbacks.dropped();
    }

    /**
     * Runs {@code action}, with the lock held, as soon as every attempt that is in flight now has its result. Attempts
     * that begin later do not delay it.
     */
    public void whenDone(Runnable action) {
        inFlight.whenDone(action);
    }

    /** Makes no more attempts; one that is in flight still arrives. */
    public void close() {
        callbacks.clear();
        reordered.release();
        sender.cancelPending(this);
    }

    /** Whether no attempt is in flight. */
    public boolean isIdle() {
        return inFlight.isEmpty();
    }

    /** @param earliest the next attempt is not before this instant, even if the schedule says so */
    private void planNext(Callback callback, Instant earliest) {
        Delivery delivery = callback.delivery();
        if (callback.scheduledCount() < delivery.schedule().attempts()) {
            Instant planned =
                    delivery.task().finishedAt().plus(delivery.schedule().offset(callback.scheduledCount() + 1));
            planAt(callback, planned.isBefore(earliest) ? earliest : planned);
        }
    }

    private void planAt(Callback callback, Instant at) {
        callback.setNextAttempt(at);
        arm(callback);
    }

    private void arm(Callback callback) {
        disarm(callback);
        callback.nextAttempt()
                .ifPresent(next -> callback.setDue(due.add(next, at -> {
                    callback.setDue(null);
                    if (!callback.isInFlight()) {
                        attemptAsScheduled(callback, at);
                    }
                })));
    }

    private void disarm(Callback callback) {
        if (callback.due() != null) {
            due.cancel(callback.due());
            callback.setDue(null);
        }
    }

    /** Makes the attempt that is planned for now, unless a fault postpones it. Each attempt gets at most one fault. */
    private void attemptAsScheduled(Callback callback, Instant at) {
        Optional<InjectedFault<AttemptFault>> postponedBy = callback.postponedBy();
        if (postponedBy.isPresent()) {
            callback.setPostponedBy(Optional.empty());
            reordered.remove(callback);
            attempt(callback, at, true, postponedBy, view -> {});
            return;
        }
        Optional<InjectedFault<AttemptFault>> fault = faults.of(callback.delivery(), callback.scheduledCount() + 1, at);
        Optional<Instant> later = reordered.postpone(callback, AttemptEffect.of(fault), at);
        if (later.isPresent()) {
            callback.setPostponedBy(fault);
            planAt(callback, later.get());
        } else {
            attempt(callback, at, true, fault, view -> {});
        }
    }

    private void attempt(
            Callback callback,
            Instant at,
            boolean isScheduled,
            Optional<InjectedFault<AttemptFault>> fault,
            Consumer<CallbackView> onResult) {
        int number = callback.begin(at, isScheduled, fault);
        AttemptEffect effect = AttemptEffect.of(fault);
        if (effect.isLost()) {
            end(callback, at, new AttemptResult.Lost());
        } else {
            send(callback, at, number, fault, effect.times(), inFlight.begin(), onResult);
        }
    }

    /**
     * @param times how often the callback is sent in sequence, whatever the results
     * @param ticket of {@link InFlightAttempts}; ended when the last attempt has its result
     */
    private void send(
            Callback callback,
            Instant at,
            int number,
            Optional<InjectedFault<AttemptFault>> fault,
            int times,
            long ticket,
            Consumer<CallbackView> onResult) {
        Delivery delivery = callback.delivery();
        boolean isLast = callback.scheduledCount() == delivery.schedule().attempts();
        sender.send(
                this,
                new Attempt(delivery, number, isLast, at, fault),
                result -> lock.execute(() -> {
                    end(callback, at, result);
                    onResult.accept(callback.view());
                    if (times > 1 && callbacks.contains(callback)) {
                        int next = callback.begin(at, false, fault);
                        send(callback, at, next, fault, times - 1, ticket, onResult);
                    } else {
                        inFlight.end(ticket);
                    }
                }));
    }

    private void end(Callback callback, Instant at, AttemptResult result) {
        reordered.release().forEach(overtaken -> planAt(overtaken, at));
        callback.end(result);
        onResult.accept(callback::view);
        if (result.isDelivered()) {
            delivered++;
            disarm(callback);
        } else {
            undelivered++;
            continueSchedule(callback, at);
        }
        if (callback.isSettled() && callbacks.contains(callback)) {
            callbacks.settle(callback);
        }
    }

    /** Plans the next attempt. Also arms an attempt that came due while a redelivery was in flight. */
    private void continueSchedule(Callback callback, Instant at) {
        if (!callbacks.contains(callback)) {
            callback.setNextAttempt(null);
        } else if (callback.nextAttempt().isPresent()) {
            arm(callback);
        } else if (!callbacks.isSettled(callback)) {
            planNext(callback, at);
        }
    }

    /** Cancels the next attempt of a callback that was removed. */
    private void cancel(Callback callback) {
        reordered.remove(callback);
        callback.setNextAttempt(null);
        disarm(callback);
    }
}
