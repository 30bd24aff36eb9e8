package dev.darkroom.task;

import java.time.Duration;

/**
 * A fault in the status that a client sees.
 *
 * @param hiddenFor how long after its creation the task seems not to exist
 * @param flickers whether the status goes back once
 * @param isPolled whether the client can poll the task; otherwise it does not see the fault
 */
public record StatusFault(Duration hiddenFor, boolean flickers, boolean isPolled) {

    public static final StatusFault NONE = new StatusFault(Duration.ZERO, false, true);

    /** No fault in a task that its client cannot poll. */
    public static final StatusFault UNSEEN = new StatusFault(Duration.ZERO, false, false);

    public StatusFault withHiddenFor(Duration duration) {
        return new StatusFault(duration, flickers, isPolled);
    }

    public StatusFault withFlicker() {
        return new StatusFault(hiddenFor, true, isPolled);
    }
}
