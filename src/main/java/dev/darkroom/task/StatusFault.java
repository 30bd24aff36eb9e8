package dev.darkroom.task;

import java.time.Duration;

/**
 * A fault in the status that a client sees.
 *
 * @param hiddenFor how long after its creation the task seems not to exist
 * @param flickers whether the status goes back once
 */
public record StatusFault(Duration hiddenFor, boolean flickers) {

    public static final StatusFault NONE = new StatusFault(Duration.ZERO, false);

    public StatusFault withHiddenFor(Duration duration) {
        return new StatusFault(duration, flickers);
    }

    public StatusFault withFlicker() {
        return new StatusFault(hiddenFor, true);
    }
}
