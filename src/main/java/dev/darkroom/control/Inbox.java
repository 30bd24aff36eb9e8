package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Stores the newest requests that one inbox received, up to its capacity. Thread-safe. */
final class Inbox {

    private final int capacity;
    private final AtomicLong totalBytes;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final List<Listener> listeners = new ArrayList<>();
    private InboxResponses responses = InboxResponses.DEFAULT;
    private int responseCount;
    private long dropped;

    /** @param totalBytes the approximate size of all inboxes; this inbox adds its share */
    Inbox(int capacity, AtomicLong totalBytes) {
        this.capacity = capacity;
        this.totalBytes = totalBytes;
    }

    /** Whether the inbox has no requests, no listeners and the default responses, so that removing it loses nothing. */
    synchronized boolean isUnused() {
        return entries.isEmpty() && listeners.isEmpty() && responses.equals(InboxResponses.DEFAULT);
    }

    /** Sets the responses, starting with the next request. */
    synchronized void respondWith(InboxResponses responses) {
        this.responses = responses;
        this.responseCount = 0;
    }

    synchronized InboxResponses responses() {
        return responses;
    }

    /** @return the status of the response */
    int add(ReceivedRequest request) {
        List<Listener> satisfied;
        int status;
        synchronized (this) {
            if (entries.size() == capacity) {
                dropOldest();
            }
            status = responses.status(responseCount);
            responseCount = Math.min(responseCount + 1, InboxResponses.MAX_STATUSES);
            entries.addLast(new Entry(request, status));
            totalBytes.addAndGet(request.bytes());
            satisfied = listeners.stream()
                    .filter(listener -> listener.count() <= entries.size())
                    .toList();
            listeners.removeAll(satisfied);
        }
        satisfied.forEach(listener -> listener.action().run());
        return status;
    }

    /** Removes all requests and restores the default responses. Listeners stay. */
    synchronized void clear() {
        while (!entries.isEmpty()) {
            dropOldest();
        }
        dropped = 0;
        respondWith(InboxResponses.DEFAULT);
    }

    /** Drops the oldest requests one by one while {@code isOverLimit}, but keeps the newest. */
    synchronized void shrinkWhile(BooleanSupplier isOverLimit) {
        while (entries.size() > 1 && isOverLimit.getAsBoolean()) {
            dropOldest();
        }
    }

    private void dropOldest() {
        totalBytes.addAndGet(-entries.removeFirst().request().bytes());
        dropped++;
    }

    /** The requests as JSON, oldest first. */
    synchronized List<ObjectNode> requests() {
        return entries.stream()
                .map(entry -> entry.request().describe(entry.status()))
                .toList();
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Runs {@code action} once, as soon as the inbox has {@code count} requests. */
    Listener addListener(int count, Runnable action) {
        Listener listener = new Listener(count, action);
        synchronized (this) {
            if (entries.size() < count) {
                listeners.add(listener);
                return listener;
            }
        }
        action.run();
        return listener;
    }

    synchronized void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private record Entry(ReceivedRequest request, int status) {}

    record Listener(int count, Runnable action) {}
}
