package dev.darkroom.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The attempts that have no result yet, and the actions that wait for them. Guarded by the sandbox's lock. */
final class InFlightAttempts {

    private final TreeSet<Long> tickets = new TreeSet<>();
    private final List<WaitingAction> waiting = new ArrayList<>();
    private long begun;

    /** @return a ticket for the attempt that begins */
    long begin() {
        tickets.add(++begun);
        return begun;
    }

    /** Runs the actions that waited for this attempt only. */
    void end(long ticket) {
        tickets.remove(ticket);
        List<WaitingAction> released = waiting.stream()
                .filter(action -> isEmpty() || tickets.first() > action.lastTicket())
                .toList();
        waiting.removeAll(released);
        released.forEach(action -> action.action().run());
    }

    boolean isEmpty() {
        return tickets.isEmpty();
    }

    /** Runs {@code action} as soon as every attempt that is in flight now has its result; at once if none is. */
    void whenDone(Runnable action) {
        if (isEmpty()) {
            action.run();
        } else {
            waiting.add(new WaitingAction(begun, action));
        }
    }

    private record WaitingAction(long lastTicket, Runnable action) {}
}
