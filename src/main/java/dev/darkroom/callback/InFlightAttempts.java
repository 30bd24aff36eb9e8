package dev.darkroom.callback;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The attempts that have no result yet, and who waits for them. The sandbox' lock guards it. */
final class InFlightAttempts {

    private final TreeSet<Long> tickets = new TreeSet<>();
    private final List<Waiter> waiting = new ArrayList<>();
    private long begun;

    /** @return a ticket for one that begins */
    long begin() {
        tickets.add(++begun);
        return begun;
    }

    void end(long ticket) {
        tickets.remove(ticket);
    }

    boolean isNone() {
        return tickets.isEmpty();
    }

    /** Runs {@code action} as soon as each that is under way now has its result; at once when there is none. */
    void whenDone(Runnable action) {
        if (isNone()) {
            action.run();
        } else {
            waiting.add(new Waiter(begun, action));
        }
    }

    /** Tells those who need not wait any more. */
    void release() {
        List<Waiter> released = waiting.stream()
                .filter(waiter -> isNone() || tickets.first() > waiter.last())
                .toList();
        waiting.removeAll(released);
        released.forEach(waiter -> waiter.action().run());
    }

    /** @param last the ticket of the last attempt that is waited for */
    private record Waiter(long last, Runnable action) {}
}
