package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What one receiver has received: the newest requests, within a bound. Safe for use by several threads. */
final class Inbox {

    private final int capacity;
    private final ArrayDeque<ObjectNode> requests = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long dropped;

    Inbox(int capacity) {
        this.capacity = capacity;
    }

    void add(ObjectNode request) {
        List<Waiter> satisfied;
        synchronized (this) {
            if (requests.size() == capacity) {
                requests.removeFirst();
                dropped++;
            }
            requests.addLast(request);
            satisfied =
                    waiters.stream().filter(w -> w.count() <= requests.size()).toList();
            waiters.removeAll(satisfied);
        }
        satisfied.forEach(waiter -> waiter.action().run());
    }

    /** Forgets all requests; whoever waits for some goes on waiting. */
    synchronized void clear() {
        requests.clear();
        dropped = 0;
    }

    synchronized List<ObjectNode> requests() {
        return List.copyOf(requests);
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Runs {@code action} once, as soon as there are {@code count} requests. */
    Waiter whenHolds(int count, Runnable action) {
        Waiter waiter = new Waiter(count, action);
        synchronized (this) {
            if (requests.size() < count) {
                waiters.add(waiter);
                return waiter;
            }
        }
        action.run();
        return waiter;
    }

    synchronized void forget(Waiter waiter) {
        waiters.remove(waiter);
    }

    record Waiter(int count, Runnable action) {}
}
