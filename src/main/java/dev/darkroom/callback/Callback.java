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

/** What one client is told of one task, and how far that has come. */
final class Callback {

    /** Somebody may have it delivered again as often as they like. */
    private static final int MAX_KEPT = 20;

    private final String url;
    private final TaskView task;
    private final List<Try> tries = new ArrayList<>(1);
    private int planned;
    private int made;
    private boolean underWay;
    private boolean delivered;
    private Optional<InjectedFault<AttemptFault>> met = Optional.empty();
    private Instant nextAt;
    private Due due;

    /** @param task as it ended */
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

    /** How many attempts its schedule has made so far; those that were asked for by hand do not count. */
    int planned() {
        return planned;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Whether nothing more happens to it by itself. */
    boolean isSettled() {
        return !underWay && nextAt == null;
    }

    /** When its schedule tries it again. */
    Optional<Instant> next() {
        return Optional.ofNullable(nextAt);
    }

    /** @param at null for never */
    void next(Instant at) {
        nextAt = at;
    }

    Due due() {
        return due;
    }

    /** @param due the entry of the queue that will try it again; null when there is none */
    void due(Due due) {
        this.due = due;
    }

    /** @return the number of the attempt that begins */
    int begin(Instant at, boolean byPlan, Optional<String> fault) {
        underWay = true;
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
        underWay = false;
        int last = tries.size() - 1;
        tries.set(last, tries.get(last).ended(result));
        if (result.isDelivered()) {
            delivered = true;
            nextAt = null;
        }
    }

    /** The fault that the next attempt has met already; it meets no other. */
    Optional<InjectedFault<AttemptFault>> met() {
        return met;
    }

    void met(Optional<InjectedFault<AttemptFault>> fault) {
        met = fault;
    }

    CallbackView view() {
        return new CallbackView(
                id(), url, state(), List.copyOf(tries), Optional.ofNullable(nextAt), met.map(InjectedFault::name));
    }

    private CallbackState state() {
        if (underWay) {
            return CallbackState.SENDING;
        }
        if (nextAt != null) {
            return CallbackState.WAITING;
        }
        return delivered ? CallbackState.DELIVERED : CallbackState.GIVEN_UP;
    }
}
