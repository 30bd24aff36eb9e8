package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.memory.Share;
import dev.darkroom.memory.SharedMemory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Stores the newest requests that one inbox received, up to its capacity. Thread-safe. */
final class Inbox {

    private final int capacity;
    private final Share memory;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final List<Listener> listeners = new ArrayList<>();
    private InboxResponses responses = InboxResponses.DEFAULT;
    private int responseCount;
    private long added;
    private long dropped;

    /** @param memory shared by all inboxes */
    Inbox(int capacity, SharedMemory memory) {
        this.capacity = capacity;
        this.memory = memory.newShare(this::drop);
    }

    /** How much its removal would cost: 0 for an unused inbox, 1 if it has requests, 2 if a client waits for some. */
    synchronized int use() {
        boolean isAwaited = !listeners.isEmpty() || !responses.equals(InboxResponses.DEFAULT);
        return isAwaited ? 2 : entries.isEmpty() ? 0 : 1;
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
        memory.makeRoom(request.bytes());
        List<Listener> satisfied;
        int status;
        synchronized (this) {
            if (entries.size() == capacity) {
                dropOldest();
            }
            status = responses.status(responseCount);
            responseCount = Math.min(responseCount + 1, InboxResponses.MAX_STATUSES);
            entries.addLast(new Entry(request, status));
            added++;
            memory.add(request.bytes());
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

    /** Removes all requests, and does not count later ones. */
    synchronized void close() {
        clear();
        memory.close();
    }

    /** Drops the oldest requests, of this many bytes or a little more. */
    private synchronized void drop(long bytes) {
        long kept = memory.bytes() - bytes;
        while (!entries.isEmpty() && memory.bytes() > kept) {
            dropOldest();
        }
    }

    private void dropOldest() {
        memory.remove(entries.removeFirst().request().bytes());
        dropped++;
    }

    /** The oldest requests with a higher number, at most {@code limit}, oldest first. Requests are numbered from 1. */
    synchronized List<ObjectNode> requestsAfter(long number, int limit) {
        long oldest = added - entries.size() + 1;
        return entries.stream()
                .skip(Math.max(0, number + 1 - oldest))
                .limit(limit)
                .map(entry -> entry.request().describe(entry.status()))
                .toList();
    }

    /** The number of the newest request. */
    synchronized long added() {
        return added;
    }

    synchronized int size() {
        return entries.size();
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
