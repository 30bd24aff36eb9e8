package dev.darkroom.time;

import java.time.Duration;
import java.util.List;

/**
 * When the attempts of a callback are made.
 *
 * @param offsets one per attempt, counted from the end of the task, in ascending order; empty to send no callbacks
 */
public record RetrySchedule(List<Duration> offsets) {

    public RetrySchedule {
        offsets = List.copyOf(offsets);
        Duration last = Duration.ZERO;
        for (Duration offset : offsets) {
            if (offset.compareTo(last) < 0) {
                throw new IllegalArgumentException("attempts must be in ascending order, not " + offsets);
            }
            last = offset;
        }
    }

    public int attempts() {
        return offsets.size();
    }

    /** @param attempt counts from 1 */
    public Duration offset(int attempt) {
        return offsets.get(attempt - 1);
    }
}
