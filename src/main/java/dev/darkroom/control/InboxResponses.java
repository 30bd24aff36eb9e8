package dev.darkroom.control;

import java.time.Duration;
import java.util.List;

/**
 * The responses of an inbox.
 *
 * @param statuses the statuses of successive responses; the last one repeats
 * @param delay the time before each response, in real time
 */
record InboxResponses(List<Integer> statuses, Duration delay) {

    /** The maximum number of statuses. */
    static final int MAX_STATUSES = 1000;

    static final InboxResponses DEFAULT = new InboxResponses(List.of(200), Duration.ZERO);

    /** @param index the number of earlier responses */
    int status(int index) {
        return statuses.get(Math.min(index, statuses.size() - 1));
    }
}
