package dev.darkroom.task;

import java.time.Duration;

/**
 * What a client is told of its task that is not so.
 *
 * @param hiddenFor how long after its creation there seems to be no such task
 * @param flickers whether it seems, once, to stand where it stood before
 */
public record StatusFault(Duration hiddenFor, boolean flickers) {

    /** All that is told is so. */
    public static final StatusFault NONE = new StatusFault(Duration.ZERO, false);

    public StatusFault hidden(Duration time) {
        return new StatusFault(time, flickers);
    }

    public StatusFault flickering() {
        return new StatusFault(hiddenFor, true);
    }
}
