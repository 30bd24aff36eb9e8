package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** What one receiver has received: the newest requests, within a bound. Safe for use by several threads. */
final class Inbox {

    private final int capacity;
    private final AtomicLong bytesInAll;
    private final ArrayDeque<Answered> requests = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private Answers answers = Answers.USUAL;
    private int answered;
    private long dropped;

    /** @param bytesInAll counts what all inboxes keep */
    Inbox(int capacity, AtomicLong bytesInAll) {
        this.capacity = capacity;
        this.bytesInAll = bytesInAll;
    }

    /** Whether nobody would miss it. */
    synchronized boolean isUnused() {
        return requests.isEmpty() && waiters.isEmpty() && answers.equals(Answers.USUAL);
    }

    /** Sets what it answers from the next request on. */
    synchronized void answer(Answers answers) {
        this.answers = answers;
        this.answered = 0;
    }

    synchronized Answers answers() {
        return answers;
    }

    /** @return the status to answer with */
    int add(Received request) {
        List<Waiter> satisfied;
        int status;
        synchronized (this) {
            if (requests.size() == capacity) {
                dropOldest();
            }
            status = answers.status(answered);
            answered = Math.min(answered + 1, Answers.MAX_RESPONSES);
            requests.addLast(new Answered(request, status));
            bytesInAll.addAndGet(request.bytes());
            satisfied =
                    waiters.stream().filter(w -> w.count() <= requests.size()).toList();
            waiters.removeAll(satisfied);
        }
        satisfied.forEach(waiter -> waiter.action().run());
        return status;
    }

    /** Forgets all requests, and what it was told to answer; whoever waits for requests goes on waiting. */
    synchronized void clear() {
        while (!requests.isEmpty()) {
            dropOldest();
        }
        dropped = 0;
        answer(Answers.USUAL);
    }

    /** Drops all but the newest requests, one after the other, as long as {@code isTooMuch}. */
    synchronized void shrinkWhile(BooleanSupplier isTooMuch) {
        while (requests.size() > 1 && isTooMuch.getAsBoolean()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        bytesInAll.addAndGet(-requests.removeFirst().request().bytes());
        dropped++;
    }

    synchronized List<ObjectNode> requests() {
        return requests.stream()
                .map(answered -> answered.request().describe(answered.status()))
                .toList();
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

    private record Answered(Received request, int status) {}

    record Waiter(int count, Runnable action) {}

    /**
     * What a receiver answers.
     *
     * @param statuses to one request after the other; the last one to all that follow
     * @param delay how long it takes for each, in real time
     */
    record Answers(List<Integer> statuses, Duration delay) {

        /** How many statuses there may be. */
        static final int MAX_RESPONSES = 1000;

        static final Answers USUAL = new Answers(List.of(200), Duration.ZERO);

        /** @param before how many requests were answered before */
        int status(int before) {
            return statuses.get(Math.min(before, statuses.size() - 1));
        }
    }
}
