package dev.darkroom.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The requests in an inbox, read while they are written. */
final class InboxRequests extends Batches<ObjectNode> {

    private final Inbox inbox;
    private final long last;
    private long position;

    InboxRequests(Inbox inbox) {
        this.inbox = inbox;
        synchronized (inbox) {
            this.last = inbox.added();
            this.position = last - inbox.size();
        }
    }

    @Override
    List<ObjectNode> nextBatch() {
        if (position >= last) {
            return List.of();
        }
        // The inbox must not drop requests between these calls, which would then count them wrongly.
        synchronized (inbox) {
            long dropped = inbox.added() - inbox.size();
            position = Math.max(position, dropped);
            List<ObjectNode> batch = inbox.requestsAfter(position, (int) Math.min(SIZE, Math.max(0, last - position)));
            position += batch.size();
            return batch;
        }
    }
}
