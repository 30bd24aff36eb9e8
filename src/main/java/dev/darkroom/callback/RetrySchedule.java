package dev.darkroom.callback;

import java.time.Duration;
import java.util.List;

/**
 * When a callback is tried.
 *
 * @param offsets one for each attempt, counted from the end of the task, in rising order; none is no callback at all
 */
public record RetrySchedule(List<Duration> offsets) {

    public RetrySchedule {
        offsets = List.copyOf(offsets);
        Duration last = Duration.ZERO;
        for (Duration offset : offsets) {
            if (offset.compareTo(last) < 0) {
                throw new IllegalArgumentException("attempts must be in rising order, not " + offsets);
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
