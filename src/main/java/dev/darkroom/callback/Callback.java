package dev.darkroom.callback;

import dev.darkroom.callback.CallbackView.Try;
import dev.darkroom.chaos.InjectedFault;
import dev.darkroom.chaos.fault.AttemptFault;
import dev.darkroom.task.TaskView;
import dev.darkroom.time.DueQueue.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The callback of one task and its state. */
final class Callback {

    /** Redeliveries are unlimited, so only the newest attempts are kept. */
    private static final int MAX_KEPT = 20;

    private final String url;
    private final TaskView task;
    private final List<Try> tries = new ArrayList<>(1);
    private int planned;
    private int made;
    private boolean inFlight;
    private boolean delivered;
    private Optional<InjectedFault<AttemptFault>> postponedBy = Optional.empty();
    private Instant nextAt;
    private Due due;

    /** @param task the task at its end */
    Callback(String url, TaskView task) {
        this.url = url;
        this.task = task;
    }

    UUID id() {
        return task.id();
    }

    String url() {
        return url;
    }

    TaskView task() {
        return task;
    }

    /** How many attempts the schedule has made so far, without redeliveries. */
    int planned() {
        return planned;
    }

    boolean isInFlight() {
        return inFlight;
    }

    /** Whether no attempt is in flight or planned. */
    boolean isSettled() {
        return !inFlight && nextAt == null;
    }

    /** When the next planned attempt is. */
    Optional<Instant> next() {
        return Optional.ofNullable(nextAt);
    }

    /** @param at null for none */
    void next(Instant at) {
        nextAt = at;
    }

    Due due() {
        return due;
    }

    /** @param due the entry of the due queue for the next attempt; null for none */
    void due(Due due) {
        this.due = due;
    }

    /** @return the number of the attempt that begins */
    int begin(Instant at, boolean byPlan, Optional<String> fault) {
        inFlight = true;
        if (byPlan) {
            planned++;
            nextAt = null;
        }
        if (tries.size() == MAX_KEPT) {
            tries.remove(0);
        }
        tries.add(new Try(++made, at, fault, Optional.empty()));
        return made;
    }

    void end(AttemptResult result) {
        inFlight = false;
        int last = tries.size() - 1;
        tries.set(last, tries.get(last).ended(result));
        if (result.isDelivered()) {
            delivered = true;
            nextAt = null;
        }
    }

    /** The fault that postponed the next attempt, which gets no other fault. */
    Optional<InjectedFault<AttemptFault>> postponedBy() {
        return postponedBy;
    }

    void postponedBy(Optional<InjectedFault<AttemptFault>> fault) {
        postponedBy = fault;
    }

    CallbackView view() {
        return new CallbackView(
                id(),
                url,
                state(),
                List.copyOf(tries),
                Optional.ofNullable(nextAt),
                postponedBy.map(InjectedFault::name));
    }

    private CallbackState state() {
        if (inFlight) {
            return CallbackState.SENDING;
        }
        if (nextAt != null) {
            return CallbackState.WAITING;
        }
        return delivered ? CallbackState.DELIVERED : CallbackState.GIVEN_UP;
    }
}
