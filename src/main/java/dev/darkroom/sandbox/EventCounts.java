package dev.darkroom.sandbox;

/**
 * How many events a sandbox has had.
 *
 * @param started tasks that reached {@code processing}
 * @param completed tasks that ended with an image
 * @param failed tasks that ended without one
 * @param delivered callback attempts that were delivered
 * @param undelivered callback attempts that were not
 */
public record EventCounts(long started, long completed, long failed, long delivered, long undelivered) {

    public long sum() {
        return started + completed + failed + delivered + undelivered;
    }

    EventCounts minus(EventCounts earlier) {
        return new EventCounts(
                started - earlier.started,
                completed - earlier.completed,
                failed - earlier.failed,
                delivered - earlier.delivered,
                undelivered - earlier.undelivered);
    }
}
