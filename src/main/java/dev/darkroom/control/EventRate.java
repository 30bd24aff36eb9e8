package dev.darkroom.control;

import java.time.Duration;

/**
 * How fast a stream sends events.
 *
 * @param capacity how many events wait at most; later ones are dropped
 * @param batch how many events are sent at once at most; a slow client holds one batch besides the events that wait
 * @param pause the time between two batches
 */
record EventRate(int capacity, int batch, Duration pause) {

    /**
     * As fast as the client reads. The capacity is enough for a client that pauses for a second while a thousand requests
     * are handled, and too few to fill the memory with all streams. A batch has several events, so that a burst needs few
     * writes.
     */
    static final EventRate UNLIMITED = new EventRate(1000, 16, Duration.ZERO);

    static final int MAX_PER_SECOND = 1000;

    private static final int BATCHES_PER_SECOND = 10;
    private static final int MILLIS_PER_SECOND = 1000;

    /**
     * At most {@code perSecond} events in a second, spread over it. The events that wait are sent within about a second, so
     * the client learns soon how many were dropped after them.
     */
    static EventRate of(int perSecond) {
        int batch = Math.max(1, perSecond / BATCHES_PER_SECOND);
        int pause = (MILLIS_PER_SECOND * batch + perSecond - 1) / perSecond;
        return new EventRate(perSecond, batch, Duration.ofMillis(pause));
    }

    boolean isLimited() {
        return !pause.isZero();
    }
}
