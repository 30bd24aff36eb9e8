package dev.darkroom.sandbox;

/**
 * How much has happened in a sandbox.
 *
 * @param started tasks whose development began
 * @param completed tasks that ended with a picture
 * @param failed tasks that ended without
 * @param delivered attempts of callbacks that were taken
 * @param undelivered attempts that were not
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
