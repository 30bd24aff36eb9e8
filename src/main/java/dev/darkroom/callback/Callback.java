package dev.darkroom.callback;

import dev.darkroom.callback.CallbackView.PastAttempt;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.time.DueQueue.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One delivery and its state. */
final class Callback {

    /** Redeliveries are unlimited, so only the newest attempts are kept. */
    static final int MAX_KEPT_ATTEMPTS = 20;

    private final Delivery delivery;
    private final List<PastAttempt> attempts = new ArrayList<>(1);
    private int scheduledCount;
    private int attemptCount;
    private Optional<InjectedFault<AttemptFault>> lastFault = Optional.empty();
    private boolean isInFlight;
    private boolean isDelivered;
    private Optional<InjectedFault<AttemptFault>> postponedBy = Optional.empty();
    private Instant nextAt;
    private Due due;

    Callback(Delivery delivery) {
        this.delivery = delivery;
    }

    UUID id() {
        return delivery.id();
    }

    Delivery delivery() {
        return delivery;
    }

    /** The number of scheduled attempts made so far. Redeliveries do not count. */
    int scheduledCount() {
        return scheduledCount;
    }

    boolean isInFlight() {
        return isInFlight;
    }

    /** Whether no attempt is in flight or planned. */
    boolean isSettled() {
        return !isInFlight && nextAt == null;
    }

    /** When the next attempt is planned; empty when none is. */
    Optional<Instant> nextAttempt() {
        return Optional.ofNullable(nextAt);
    }

    /** @param at null for none */
    void setNextAttempt(Instant at) {
        nextAt = at;
    }

    Due due() {
        return due;
    }

    /** @param due the entry of the due queue for the next attempt; null for none */
    void setDue(Due due) {
        this.due = due;
    }

    /**
     * Records the start of an attempt.
     *
     * @param isScheduled whether the attempt is on the schedule; otherwise it is a redelivery or a duplicate
     * @return the number of the attempt
     */
    int begin(Instant at, boolean isScheduled, Optional<InjectedFault<AttemptFault>> fault) {
        isInFlight = true;
        if (isScheduled) {
            scheduledCount++;
            nextAt = null;
        }
        if (attempts.size() == MAX_KEPT_ATTEMPTS) {
            attempts.remove(0);
        }
        attempts.add(new PastAttempt(++attemptCount, at, fault.map(InjectedFault::name), Optional.empty()));
        lastFault = fault;
        return attemptCount;
    }

    void end(AttemptResult result) {
        isInFlight = false;
        int last = attempts.size() - 1;
        attempts.set(last, attempts.get(last).ended(result));
        if (result.isDelivered()) {
            isDelivered = true;
            nextAt = null;
        }
    }

    /** The fault that postponed the next attempt, which gets no other fault. */
    Optional<InjectedFault<AttemptFault>> postponedBy() {
        return postponedBy;
    }

    void setPostponedBy(Optional<InjectedFault<AttemptFault>> fault) {
        postponedBy = fault;
    }

    CallbackView view() {
        return new CallbackView(
                id(),
                delivery.task().id(),
                delivery.url(),
                delivery.notice().map(Delivery.Notice::event),
                state(),
                List.copyOf(attempts),
                Optional.ofNullable(nextAt),
                postponedBy.map(InjectedFault::name),
                latest());
    }

    private Attempt latest() {
        int scheduled = delivery.schedule().attempts();
        if (attempts.isEmpty()) {
            Instant at = nextAttempt().orElse(delivery.task().finishedAt());
            return new Attempt(delivery, 1, scheduled == 1, at, postponedBy);
        }
        PastAttempt last = attempts.get(attempts.size() - 1);
        return new Attempt(delivery, last.number(), scheduledCount == scheduled, last.at(), lastFault);
    }

    private CallbackState state() {
        if (isInFlight) {
            return CallbackState.SENDING;
        }
        if (nextAt != null) {
            return CallbackState.WAITING;
        }
        return isDelivered ? CallbackState.DELIVERED : CallbackState.GIVEN_UP;
    }
}
